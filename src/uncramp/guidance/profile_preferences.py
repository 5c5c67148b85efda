"""The questions of the form about a person that change how the program looks and sounds, and no step of it."""

from dataclasses import replace

from uncramp.domain.profile import FigurePreference, MotionPreference, SoundPreference, Theme
from uncramp.guidance.form import FormField, one_of_few
from uncramp.i18n import _, plural
from uncramp.words.profile import sound_words


def colours_and_sound() -> tuple[FormField, ...]:
    return (
        one_of_few(
            "theme",
            _("Which colours?"),
            _("Night is dark and red, to be kind to eyes that were asleep. Light is dark words on a light ground."),
            {
                Theme.AUTO: _("day or night, by the clock"),
                Theme.DAY: _("day"),
                Theme.NIGHT: _("night"),
                Theme.LIGHT: _("light"),
            },
        ),
        one_of_few(
            "sound",
            _("Should there be sound?"),
            _("Tones mark each move, or a voice says it. As usual: tones for exercises by day. You can change it as you go."),
            {sound: sound_words(sound) for sound in SoundPreference},
        ),
        one_of_few(
            "sound_at_night",
            _("Sound at night and in a cramp, too?"),
            _("Somebody may sleep beside you. If you say no, you can still turn it on for that time."),
            {False: _("no"), True: _("yes")},
        ),
    )


def pictures_and_pace() -> tuple[FormField, ...]:
    get_ready = {None: _("as usual"), 0: _("none")}
    get_ready |= {n: _("{n} seconds").format(n=n) for n in (5, 10, 15)}
    return (
        one_of_few(
            "motion",
            _("How much movement on the screen?"),
            _("Less is calmer, and better if moving pictures make you dizzy."),
            {MotionPreference.FULL: _("full"), MotionPreference.REDUCED: _("reduced")},
        ),
        one_of_few(
            "figures",
            _("How are figures drawn?"),
            _("If a figure looks wrong on your screen, try blocks or plain letters."),
            {
                FigurePreference.AUTO: _("as your terminal can"),
                FigurePreference.BRAILLE: _("dots"),
                FigurePreference.BLOCKS: _("blocks"),
                FigurePreference.ASCII: _("plain letters"),
            },
        ),
        replace(
            one_of_few(
                "get_ready",
                _("Time to get ready?"),
                _("This is the wait before a step by day. In a cramp there is none."),
                get_ready,
            ),
            shown=lambda person: (
                "" if person.get_ready in get_ready else plural("{n} second", "{n} seconds", person.get_ready)
            ),
        ),
    )
