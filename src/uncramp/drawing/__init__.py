"""Figures as shapes, and shapes as text of a terminal or as SVG. Knows no toolkit."""
