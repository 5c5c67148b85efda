"""A profile as a person writes it."""

COMMENTED = """\
# About me. Keep this.

tags:  # from my doctor
  - diabetes  # since 2010
  # and the other
  - flat_feet
due_date: 2026-06-01   # by scan

# whom to call
emergency_number: '112'
theme: night
"""
