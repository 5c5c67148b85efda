"""The page for the doctor, as text, HTML, CSV and JSON: each made from the same counts."""
