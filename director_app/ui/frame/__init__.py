"""The fixed parts around every workspace: rail, toolbar, inspector, check bar."""
