"""Words that the practice season is put together from: over a thousand different syllables, as a real season has.

Nothing here names anybody. Words with an English twin stand as "word=English"; a hyphen stands for a space.
"""

from __future__ import annotations

from typing import Final


def _twins(text: str) -> tuple[tuple[str, str], ...]:
    pairs = (entry.split("=") for entry in text.split())
    return tuple((korean, english.replace("-", " ")) for korean, english in pairs)


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


#: What a title begins with.
ADJECTIVES: Final = _twins("""
반짝이는=Sparkling 느린=Slow 환한=Bright 따뜻한=Warm 서늘한=Cool 고요한=Quiet 즐거운=Merry 낯선=Strange 새로운=New
오래된=Old 젊은=Young 푸른=Blue 붉은=Red 노란=Yellow 하얀=White 검은=Black 초록빛=Green 은빛=Silver 금빛=Golden
무지갯빛=Rainbow 작은=Little 커다란=Great 둥근=Round 네모난=Square 가벼운=Light 묵직한=Weighty 달콤한=Sweet
짭짤한=Salty 새콤한=Sour 구수한=Savoury 춤추는=Dancing 노래하는=Singing 꿈꾸는=Dreaming 걷는=Walking 달리는=Running
웃는=Laughing 숨쉬는=Breathing 잠든=Sleeping 깨어난=Woken 돌아온=Returning 떠나는=Leaving 기다리는=Waiting
흐르는=Flowing 솟아나는=Rising 번지는=Spreading 빛나는=Shining 물드는=Colouring 흔들리는=Swaying 맞물린=Interlocked
이어진=Joined 마주보는=Facing 엇갈린=Crossing 맑은=Clear 흐린=Misty 촉촉한=Dewy 바삭한=Crisp 폭신한=Soft
말랑한=Tender 튼튼한=Sturdy 날렵한=Nimble 씩씩한=Brave 수줍은=Shy 다정한=Kindly 엉뚱한=Whimsical 얌전한=Gentle
까칠한=Prickly 촘촘한=Woven 느슨한=Loose 깊은=Deep 얕은=Shallow 높다란=Lofty 나지막한=Low 멀고먼=Faraway 가까운=Near
한낮의=Midday 한밤의=Midnight 새벽의=Dawn 저녁의=Evening 봄날의=Springtime 여름날의=Summer 가을날의=Autumn
겨울날의=Winter 일요일의=Sunday 쉬는시간의=Break-time 퇴근길의=Homeward 출근길의=Morning 골목의=Alley
강가의=Riverside 언덕의=Hillside 옥상의=Rooftop 마당의=Courtyard 들판의=Field 숲속의=Woodland 바닷가의=Seaside
공장의=Factory 일터의=Workplace 우리의=Our 너와나의=Your-and-My 첫번째=First 마지막=Last 두근대는=Heart-beating
알록달록한=Many-coloured 보드라운=Silky 뾰족한=Pointed 쌉싸름한=Bittersweet 끈끈한=Close-knit 헐렁한=Baggy
쾌활한=Cheerful 잔잔한=Calm 힘찬=Mighty 뜻밖의=Unexpected 빼곡한=Crowded 텅빈=Empty
""")

#: What titles, companies and places are called after.
THINGS: Final = _twins("""
굴뚝=Chimney 톱니바퀴=Cogwheel 볼트=Bolt 너트=Nut 나사=Screw 망치=Hammer 쇳물=Molten-Iron 용광로=Furnace
용접=Welding 작업복=Overalls 안전모=Helmet 장갑=Gloves 도시락=Lunchbox 자전거=Bicycle 통근버스=Commuter-Bus
기차=Train 정거장=Station 지게차=Forklift 크레인=Crane 컨베이어=Conveyor 실타래=Skein 베틀=Loom 물레=Spinning-Wheel
재봉틀=Sewing-Machine 단추=Button 바늘=Needle 보자기=Wrapping-Cloth 누비=Quilting 모시=Ramie 삼베=Hemp 비단=Silk
염색=Dyeing 회로=Circuit 반도체=Semiconductor 렌즈=Lens 필름=Film 전구=Light-Bulb 촛불=Candle 등불=Lantern
별빛=Starlight 달빛=Moonlight 햇살=Sunshine 무지개=Rainbow 구름=Cloud 소나기=Shower 안개=Mist 이슬=Dew
눈꽃=Snowflake 바람=Wind 파도=Wave 물결=Ripple 강물=River 섬=Island 모래=Sand 돌담=Stone-Wall 기와=Roof-Tile
툇마루=Wooden-Porch 우물=Well 장독=Crock 항아리=Jar 찻잔=Teacup 숟가락=Spoon 밥상=Table 국수=Noodles 만두=Dumpling
빵=Bread 커피=Coffee 꿀=Honey 사과=Apple 감=Persimmon 밤=Chestnut 호두=Walnut 옥수수=Corn 콩=Bean 고추=Pepper
마늘=Garlic 배추=Cabbage 씨앗=Seed 뿌리=Root 줄기=Stem 잎새=Leaf 꽃잎=Petal 열매=Fruit 나무=Tree 숲=Forest
풀잎=Grass 이끼=Moss 민들레=Dandelion 해바라기=Sunflower 코스모스=Cosmos 찔레=Briar 모란=Peony 벚꽃=Cherry-Blossom
은행잎=Ginkgo 대나무=Bamboo 버드나무=Willow 고래=Whale 나비=Butterfly 반딧불=Firefly 귀뚜라미=Cricket 제비=Swallow
까치=Magpie 두루미=Crane-Bird 올빼미=Owl 여우=Fox 토끼=Rabbit 고양이=Cat 강아지=Puppy 호랑이=Tiger 곰=Bear
거북이=Turtle 물고기=Fish 개구리=Frog 달팽이=Snail 고슴도치=Hedgehog 편지=Letter 엽서=Postcard 일기=Diary
책장=Bookshelf 사전=Dictionary 지도=Map 나침반=Compass 시계=Clock 달력=Calendar 사진=Photograph 거울=Mirror
창문=Window 계단=Staircase 문턱=Threshold 다락방=Attic 부엌=Kitchen 옥상=Rooftop 골목=Alley 광장=Square 시장=Market
다리=Bridge 터널=Tunnel 등대=Lighthouse 부두=Pier 운동장=Playground 그네=Swing 팽이=Spinning-Top 연=Kite
윷=Yut-Sticks 딱지=Paper-Tiles 구슬=Marble 인형=Doll 탈=Mask 풍선=Balloon 종이배=Paper-Boat 종이꽃=Paper-Flower
붓=Brush 먹=Ink 물감=Paint 도화지=Drawing-Paper 조각=Sculpture 벽화=Mural 도자기=Porcelain 유리=Glass 목판=Woodblock
활자=Movable-Type 북소리=Drumbeat 징=Gong 꽹과리=Kkwaenggwari 장구=Janggu 피리=Pipe 퉁소=Tungso 가야금=Gayageum
해금=Haegeum 거문고=Geomungo 피아노=Piano 첼로=Cello 기타=Guitar 트럼펫=Trumpet 하모니카=Harmonica 휘파람=Whistle
자장가=Lullaby 왈츠=Waltz 탱고=Tango 재즈=Jazz 블루스=Blues 힙합=Hip-Hop 판소리=Pansori 민요=Folk-Song
아리랑=Arirang 합창=Chorus 메아리=Echo 이름=Name 그림자=Shadow 발자국=Footprint 주머니=Pocket 신발=Shoes 모자=Hat
우산=Umbrella 목도리=Scarf 손수건=Handkerchief 가방=Bag 열쇠=Key 상자=Box 선물=Gift 약속=Promise 소원=Wish
추억=Memory 기억=Remembrance 마음=Heart 얼굴=Face 손길=Touch 어깨=Shoulder 이웃=Neighbour 동료=Colleague 친구=Friend
가족=Family 아이=Child 할머니=Grandmother 청춘=Youth 내일=Tomorrow 오늘=Today 어제=Yesterday 우주=Cosmos-Space
행성=Planet 로켓=Rocket 로봇=Robot 드론=Drone 안테나=Antenna 라디오=Radio 전파=Signal 스위치=Switch
신호등=Traffic-Light 엔진=Engine 프로펠러=Propeller 풍차=Windmill 물레방아=Water-Mill 썰매=Sled 돛단배=Sailboat
잠수함=Submarine 열기구=Hot-Air-Balloon
""")
PLANTS: Final = _words("""
쑥부쟁이 맨드라미 꽝꽝나무 뻐꾹채 괭이밥 까치수염 닭의장풀 꿩의비름 쥐똥나무 떡갈나무 엉겅퀴 둥굴레 씀바귀
고깔제비꽃 족두리풀 깽깽이풀 홀아비꽃대 윤판나물 얼레지 쇠뜨기 갯메꽃 봉숭아 채송화 접시꽃 분꽃 나팔꽃 능소화 작약
수국 옥잠화 금낭화 매발톱 붓꽃 원추리 패랭이 도라지 더덕 곰취 참나물 두릅 엄나무 오갈피 느릅나무 팽나무 회화나무
물푸레 층층나무 때죽나무 쪽동백 산딸나무 노각나무 배롱나무 탱자 치자 유자 석류 무화과 뽕나무 밤송이 잣송이 솔방울
도토리 갈대 억새 부들 물억새 창포 연꽃 마름 개구리밥 토끼풀 질경이 냉이 꽃다지 제비꽃 할미꽃 복수초 바람꽃 노루귀
현호색 양지꽃 뱀딸기 찔레순 칡꽃 으름 다래 머루 맥문동 상사화 꽃무릇 국화 구절초 벌개미취 쑥 깻잎
""")
ANIMALS: Final = _words("""
뻐꾸기 꾀꼬리 딱따구리 쏙독새 직박구리 오목눈이 할미새 물총새 왜가리 쇠백로 물떼새 찌르레기 콩새 멧비둘기 곤줄박이
뜸부기 논병아리 팔색조 후투티 꿩 기러기 청둥오리 고니 따오기 황새 솔개 부엉이 소쩍새 박새 굴뚝새 쏘가리 꺽지 퉁가리
갈겨니 납자루 쉬리 버들치 미꾸라지 짱뚱어 숭어 넙치 붕어 뱅어 꼴뚜기 낙지 주꾸미 홍합 멍게 소라 다슬기 가재 새우
꽃게 농게 말똥게 잠자리 매미 쓰르라미 여치 베짱이 방아깨비 사마귀 무당벌레 풍뎅이 하늘소 장수풍뎅이 꿀벌 호랑나비
배추흰나비 누에 소금쟁이 물방개 맹꽁이 두꺼비 청개구리 도롱뇽 남생이 자라 수달 너구리 오소리 족제비 담비 삵 고라니
노루 멧돼지 다람쥐 청설모 두더지 박쥐
""")
FOODS: Final = _words("""
빈대떡 콩국수 칼국수 수제비 떡볶이 꽈배기 찐빵 뻥튀기 닭갈비 꼬막무침 쌈밥 육개장 곰탕 설렁탕 잡채 깍두기 쪽파전
도토리묵 약밥 식혜 수정과 엿가락 한과 찹쌀떡 호떡 팥죽 녹두전 옹심이 메밀묵 참외 복숭아 앵두 살구 자두 딸기 곶감
홍시 대추차 쌍화차 유자차 매실차 미숫가루 숭늉 누룽지 볶음밥 비빔밥 김밥 컵밥 주먹밥 오므라이스 돈가스 함박스테이크
짜장면 짬뽕 탕수육 깐풍기 춘권 쌀국수 월남쌈 카레 난 샤프란밥 케밥 타코 부리토 피자 파스타 뇨키 크루아상 바게트 와플
팬케이크 마카롱 티라미수 젤라토 푸딩 쿠키 케이크 초콜릿 캐러멜 솜사탕 달고나 붕어빵 풀빵 계란빵 쥐포 번데기 꿀떡
송편 인절미 백설기 시루떡 절편 쑥개떡 콩나물국 시래깃국 된장찌개 청국장 순두부 김치찜 갈비찜 닭볶음탕 꽁치조림
고등어구이 굴비 젓갈 멸치볶음
""")
TOOLS: Final = _words("""
펜치 드라이버 줄자 톱 끌 대패 못주머니 철판 강관 알루미늄 구리선 놋쇠 고무링 플라스틱 센서 모터 펌프 밸브 터빈
보일러 압축기 베어링 캠축 기어 스프링 벨트 체인 금형 프레스 선반 밀링 절삭유 압연 도금 사출 단조 주물 방적기 직조기
편물기 염색통 건조대 포장기 저울 게이지 마이크로미터 캘리퍼스 오실로스코프 납땜인두 인쇄기판 축전지 광섬유 콘덴서
트랜지스터 다이오드 릴레이 배전반 변압기 발전기 냉각탑 굴삭기 덤프트럭 롤러 컴프레서 파레트 랙 호이스트 윈치 도르래
쐐기 지렛대 줄톱 쇠줄 뺀찌 스패너 렌치 육각봉 에어건 분무기 빗자루 쓰레받기
""")
INSTRUMENTS: Final = _words("""
태평소 아쟁 대금 생황 양금 편경 나각 비올라 바순 오보에 클라리넷 플루트 트롬본 튜바 호른 마림바 비브라폰 팀파니 봉고
콩가 젬베 카혼 우쿨렐레 만돌린 밴조 아코디언 멜로디언 오카리나 칼림바 핸드팬 신시사이저 턴테이블 샘플러 드럼 심벌즈
트라이앵글 캐스터네츠 탬버린 실로폰 글로켄슈필 첼레스타 하프시코드 오르간 하프 리코더 색소폰 코넷 유포니엄 베이스
더블베이스 일렉기타 통기타 단소 소금 훈 운라 박 축 어 좌고 용고 소고 버나 상모
""")
STYLES: Final = _words("""
보사노바 살사 룸바 삼바 플라멩코 폴카 마주르카 미뉴에트 가보트 론도 푸가 소나타 녹턴 랩소디 세레나데 서곡 행진곡
춤곡 뱃노래 타령 시나위 산조 정가 가곡 시조창 굿거리 자진모리 휘모리 중모리 엇모리 세마치 펑크 소울 스윙 비밥 포크
록 메탈 발라드 트로트 컨트리 레게 스카 테크노 하우스 트랜스 앰비언트 랩 비트박스 디제잉 브레이킹 팝핑 왁킹 크럼프
탭댄스 발레 현대무용 탈춤 살풀이 승무 부채춤 강강술래 줄타기 땅재주 접시돌리기 저글링 마임 버블쇼 그림자극 꼭두극
인형극 뮤지컬 오페라 낭독극 즉흥극 변사극
""")
CRAFTS: Final = _words("""
매듭 자수 누빔 조각보 한지등 지승 짚풀공예 왕골 죽공예 나전칠기 옻칠 단청 전각 서예 캘리그래피 판화 실크스크린
시아노타입 스텐실 콜라주 모자이크 스테인드글라스 유리불기 도예 물레질 라쿠소성 금속공예 칠보 가죽공예 목공 우드버닝
레진 비누 향초 압화 리스 테라리움 뜨개질 펠트 마크라메 위빙 태피스트리 천연염색 쪽물들이기 홀치기 드로잉 어반스케치
수채화 유화 만화 일러스트 그래피티 팝업북 북바인딩 종이접기 연만들기 탈만들기 장승깎기 솟대 목각 석고 소조 미니어처
프라모델 드론조종 코딩 메이킹 아두이노 모빌 키네틱 홀로그램 프로젝션 브이아르 사운드워킹
""")

#: Adverbs that sound or look like what they mean.
SOUNDS: Final = _words("""
살랑살랑 두근두근 뭉게뭉게 보글보글 지글지글 바스락 사각사각 쨍그랑 뚝딱뚝딱 쿵작쿵작 덩실덩실 찰랑찰랑 출렁출렁
나풀나풀 하늘하늘 흔들흔들 빙글빙글 뱅글뱅글 까르르 깔깔 껄껄 킥킥 꾸벅꾸벅 꼬물꼬물 쫑긋쫑긋 쫄깃쫄깃 몰랑몰랑
푹신푹신 뽀송뽀송 오순도순 도란도란 소곤소곤 쑥덕쑥덕 왁자지껄 어슬렁 뚜벅뚜벅 터벅터벅 사뿐사뿐 성큼성큼 껑충껑충
깡충깡충 폴짝폴짝 펄쩍펄쩍 훨훨 활활 팔랑팔랑 펄럭펄럭 너울너울 굽이굽이 꼬불꼬불 울퉁불퉁 올록볼록 번쩍번쩍
깜빡깜빡 껌벅껌벅 글썽글썽 주룩주룩 추적추적 보슬보슬 부슬부슬 후드득 토독토독 똑똑 뚝뚝 졸졸 콸콸 철썩철썩 찰싹
풍덩 퐁당퐁당 첨벙첨벙 쏴아 휘리릭 쌩쌩 씽씽 윙윙 붕붕 부릉부릉 칙칙폭폭 덜컹덜컹 달그락 딸그락 딸랑딸랑 댕댕 땡땡
뎅그렁 쿵쾅쿵쾅 탕탕 툭툭 톡톡 똑딱똑딱 째깍째깍 짤랑짤랑 쩌렁쩌렁 쟁쟁 찌르르 짹짹 뻐꾹뻐꾹 꼬끼오 꽥꽥 음매 멍멍
야옹 꿀꿀 히힝 어흥 개굴개굴 맴맴 귀뚤귀뚤 헐레벌떡 허둥지둥 아장아장 뒤뚱뒤뚱 엉금엉금 살금살금 슬금슬금 쭈뼛쭈뼛
머뭇머뭇 기웃기웃 갸우뚱 끄덕끄덕 방긋방긋 싱글벙글 생긋 배시시 히죽 피식 훌쩍 엉엉 쿨쿨 새근새근 드르렁 하품 꼬르륵
냠냠 쩝쩝 후루룩 꿀꺽 아삭아삭 오독오독 바삭바삭 쪼르르 또르르 데굴데굴 떼굴떼굴 미끌미끌 끈적끈적 까슬까슬 꺼끌꺼끌
매끈매끈 반들반들 번들번들 뾰족뾰족 삐죽삐죽 쭉쭉 빽빽 듬성듬성 띄엄띄엄 차곡차곡 켜켜이 꽁꽁 꽉 쏙쏙 쑥쑥 무럭무럭
파릇파릇 푸릇푸릇 노릇노릇 울긋불긋 희끗희끗 뿌옇게 까맣게 새빨갛게 샛노랗게
""")

#: What hands and feet do, each in the form that another verb follows.
DOINGS: Final = _words("""
얹고 닦고 볶고 묶고 엮고 깎고 꺾고 섞고 낚고 밟고 밝히고 읽고 긁고 옮기고 닮고 삶고 넓히고 핥고 훑고 읊고 뚫고 꿇고
끓이고 앓고 잃고 닳고 끊고 앉고 없애고 쌓고 넣고 놓고 낳고 찧고 빻고 씻고 벗고 웃고 잇고 짓고 붓고 긋고 젓고 줍고
눕고 굽고 깁고 집고 잡고 접고 씹고 입고 업고 뽑고 꼽고 꿰고 쐬고 쬐고 죄고 괴고 뛰고 쉬고 튀기고 휘젓고 쥐고 쓸고
뜨고 끄고 켜고 펴고 펼치고 비비고 찍고 적고 막고 녹이고 속삭이고 익히고 식히고 박고 맡고 맞추고 꽂고 찾고 맺고 빚고
찢고 늦추고 쫓고 갚고 덮고 엎고 짚고 높이고 걷고 듣고 묻고 싣고 뜯고 믿고 얻고 닫고 받고 쏟고 뻗고 돋우고 흩뿌리고
풀고 틀고 만들고 갈고 걸고 날고 놀고 달고 돌고 몰고 밀고 불고 빌고 썰고 열고 울고 절이고 졸이고 줄이고 털고 허물고
뿜고 품고 굴리고 튕기고 흔들고 끼우고 조이고 두드리고 매만지고 꼬고 땋고 감고 말리고 헹구고 비틀고 뒤집고 겨누고
재고 견주고 새기고 파내고 메우고 칠하고 문지르고 훔치고 깨우고 재우고 달래고 외치고 되뇌고 되묻고 곱씹고 헤매고
거닐고 쏘다니고 기어오르고 미끄러지고 솟구치고
""")
#: What one passes and finds in a town.
TOWN: Final = _words("""
갓길 샛길 뱃길 귓가 뒷산 윗마을 빗소리 찻집 횟집 빵집 국숫집 방앗간 뗏목 맷돌 섬돌 굄돌 텃밭 뙤약볕 땔감 벼룩시장
샘터 갤러리 쌀가마 찜질방 슈퍼마켓 뷔페 큐브 튤립밭 휴게소 뮤직비디오 뉴트로카페 캔버스 캠핑장 콩쿠르 펜션 폐교 푯말
퓨전국악 핑퐁대 헬멧 혁신거리 협동조합 홑이불 흰구름 힐링숲 셔터 셔츠 빈티지숍 쇼윈도 샌들 퀴즈 퀼트 듀엣 궁궐 궤도
귤밭 균형추 넥타이 냄비 늪지 댐 둑길 뒤주 땀방울 땅콩 떨림 뜰 럭비공 레일 룸메이트 멋쟁이 몸짓 밧줄 버찌 벌판 벙거지
베개 벤치 볏짚 봇짐 뺨 뼈대 뿔피리 삐삐 품삯 샐러드 섣달 숨결 숫자 썰물 쏜살 씨름판 앙코르 액자 양철지붕 엑스포
엔지니어 엘리베이터 엿장수 옛날 옹기 왁스 외줄 융단 읍내 응원석 잇몸 잠꼬대 장터 쟁반 젤리 족보 졸음 좁쌀 죔틀
쥘부채 과즙 증기 챔피언 첫눈 촉감 촛대 축구공 층계 칠판 칩 칭찬 캡슐 컨테이너 켄트지 코끝 콧노래 퀸 텐트 토담 톤
튜브 트랙 특급열차 티켓 팀워크 팡파르 팩스 팬레터 펀치 페달 펜촉 펫 편백 폭죽 휴대폰 풋사과 퓨즈 플러그 픽셀 핀 필통
핑크 햄샌드위치 행진 향로 헌책방 현수막 혜성 호롱 혹부리 홀 홈런 확성기 환승역 황토 회전목마 획 효자손 후추 훈장
휘장 흥부 희극 힌트 갯벌 겸상 겨울잠 곗돈 곡괭이 공룡 괘종시계 굉음 교향악 국밥 군밤 굴렁쇠 규칙 극장 금붕어 급식
깃발 깡통 껌 꼬리표 꽁지 꾸러미 꿈결 끝말잇기 낙엽 난로 날개 냇물 널뛰기 녹차 논두렁 놀이터 농악 뇌성 눈사람 능선
닻줄 담장 덕담 덩굴 돋보기 돗자리 돛대 동굴 됫박 둥지 뒷모습 들창 등굣길 딱총 땡볕 뚝배기 띄움 라면 랑데부 램프
러닝화 렌즈 로비 루프톱 리듬 린넨 마룻바닥 막차 만화경 말뚝 맵시 먹구름 멜로디 면발 명찰 몫 몽당연필 묵은지 문설주
뭍 믹서 밀짚모자 바큇살 박수 반짇고리 밥심 백열등 뱀사다리 범종 법고 벚나무 변주 별똥별 병뚜껑 볕뉘 복주머니 볼펜
봄볕 부뚜막 북극성 분수 불꽃 붕대 빌딩 빙수 뻐꾸기시계 뽕짝 사물놀이 산들바람 삽화 상여 색동 생강 서까래 석탑 선율
설날 섶다리 소꿉 속담 손편지 솔가지 송곳 쇠종 수묵 숙제 순라 술래 숯가마 쉼터 스웨터 슬리퍼 습자지 승강기 시렁 식탁
신기루 실뜨기 심부름 싸라기눈 쌍무지개 쑥뜸 씨앗호떡 아궁이 악보 안경 알사탕 암막 약수터 양말 어묵 억새밭 언덕길
얼음 엄지 여백 역사 연필 열쇠고리 염전 엽전 영사기 옆집 예식 오솔길 옥수 온돌 올레 옷걸이 완행열차 왕관 요람 용마루
우체통 운동회 울타리 움막 웅덩이 원두막 월척 위성 유성기 육교 윤슬 은하수 을지로 음반 의자 이불 익살 인두 일출 임무
입김 잉크 자물쇠 작두 잔치 잡곡 장롱 저고리 적금 전차 절구 점박이 접시 젓가락 정글짐 제기 조약돌 졸업 종소리 좌판
주판 죽마 준령 줄넘기 중절모 즉석 지게 직녀 진열장 질그릇 집배원 징검다리 짝꿍 짬 쪽지 찌개 차창 착륙 찬장 찰흙 참빗
창고 채반 책가방 처마 척척박사 천문대 철길 첨탑 청사초롱 체육관 초롱 촌극 최고봉 추석 춘삼월 출석부 춤판 충전소
취사장 측우기 치마 친구 칠월 침목 카세트 칸막이 칼춤 컬러 컵 켜 코트 콘크리트 콜라 쿠션 퀵보드 큰북 클로버 키다리
킥보드 타자기 탁구 탄광 탈의실 탐험 탑돌이 태양 택배 터미널 턱시도 털실 테이프 텔레비전 토성 통조림 퇴근 투호 툇간
튀밥 틀 틈 파란불 판자 팔레트 팝콘 패치워크 퍼즐 평상 포대 폭포 표지 푸줏간 풀꽃 품앗이 풍금 프리즘 플랫폼 피아노
필름통 하모니 학교 한복 할매 함성 합주 항구 해먹 핸들 햇볕 허수아비 헛간 헤드폰 현미경 형광등 호미 혼례 홍보관 화분
활주로 황소 횃불 회랑 횡단보도 효모 후렴 훈풍 휘파람 휠체어 흑백 흔적 흙길 희망 햅쌀밥 캥거루 늑대 그릇 무렵 값 겉옷
궂은비 왼손 웹툰 윷판 젖소 톺아보기 들녘 부엌문 뼘 엊그제 첼리스트 팻말 마흔 스물 서른 예순 일흔 여든 아흔 넋두리
샅바 밑줄 앎 삶 맏이 낱말 낟알 넓적다리 닭장 둘레 뒤꼍 뒷굽 딴청 떡메 떫은감 뚝심 뜬구름 롤케이크 룰렛 뭉치 미닫이
밥통 뱃머리 버섯 볼우물 붙박이 빛깔 뺄셈 뽕밭 삿갓 섞박지 셋방 솜털 쇳소리 슛 싱크대 쌀뜨물 쌍둥이 쏠림 쑥대밭
앞치마 얕은꾀 어깻죽지 엿기름 옆구리 옻나무 윗목 이튿날 잰걸음 짚신 쪽빛 철쭉 첫차 주춧돌 칡뿌리 콧등 큰길 탯줄
턱받이 텃새 톱밥 팥빙수 펭귄 풋고추 햇곡식 헌옷 협곡 혓바닥 횟가루 흉내 흙손 힘줄 궐련 긍지 굼벵이 귓속말 꼭짓점
꿩깃 끼니 낑깡 넷째 노루발 늴리리 댓돌 둔덕 딩동 땜질 뗀석기 뚜껑 렘브란트 롱코트 룽다 맷방석 멀미 멸종 뭇별 뮤즈
믿음 뱁새 볍씨 봇도랑 브라스 뺑뺑이 뻐드렁니 뽀글이 삑사리 샵 섶 셸터 솜틀집 숭어뜀 쉰둥이 씀씀이 앰프 얹은머리
엎드림 웜톤 웹진 윙크 읍성 잼 젬병 짱아 챗봇 첩첩 츄러스 칫솔 컴퍼스 쾌청 툇돌 팸플릿 펼침 퓰리처 핥기 헛기침
""")
SURNAMES: Final = _words("""
김 이 박 최 정 강 조 윤 장 임 한 오 서 신 권 황 안 송 류 전 홍 고 문 양 손 배 백 허 유 남 심 노 하 곽 성 차 주 우 구
민 진 지 엄 채 원 천 방 공 현 함 변 염 여 추 도 소 석 선 설 마 길 연 위 표 명 기 반 라 왕 금 옥 육 인 맹 제 모 탁 국
어 은 편 용
""")

#: Syllables that given names are made of.
GIVEN_SYLLABLES: Final = _words("""
가 강 건 겸 경 관 광 교 국 규 근 기 길 나 남 누 늘 다 단 담 대 덕 도 동 라 람 란 래 려 련 린 림 로 록 루 룡 마 명 모
목 묵 미 민 바 배 백 범 별 병 보 복 봄 빈 빛 상 새 샘 서 석 선 설 섭 성 세 소 솔 송 수 숙 순 슬 승 시 식 아 안 애 양
언 여 연 열 영 예 오 옥 온 완 용 우 욱 운 웅 원 월 유 윤 율 은 의 이 익 인 일 자 재 전 정 제 조 종 주 준 중 지 진 찬
창 채 천 철 초 춘 충 치 태 택 하 학 한 해 헌 혁 현 형 혜 호 홍 화 환 훈 휘 희
""")
