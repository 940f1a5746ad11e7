"""Printed matter: a plan becomes neutral content, content becomes placed lines, placed lines become a PDF file.

Importing this package is cheap; ReportLab, HarfBuzz and PDFium are met only in the modules that draw or read pages.
"""
