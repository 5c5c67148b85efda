"""Figures: from a file through skeleton, pose and motion to rows of text or SVG.

The rest of the program needs `figure_file` (reading and its schema), `cache` (the library's figures by name), `motion`
(the frame at a moment of a move), `picture` (a frame as rows of text), `panels` (two of them, where nothing moves), `svg`,
the types in `figure`, and `forms` (dots to text).
Behind them: `anatomy` and `skeleton` (bones and joints), `poses` (their keys in a file), `stance` (where the joints
come to be), `check` (what can't be), `person` and `things` (shapes), `arrows` (where they touch), `raster` (dots).
"""
