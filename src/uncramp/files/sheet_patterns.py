"""The patterns of what stands on exercise sheets: how often, how long, which side, when. All are for small letters."""

import re

from uncramp.domain.duration import NUMBER_WORDS
from uncramp.domain.routine import Weekday
from uncramp.files.text import plain_form
from uncramp.i18n import _

_COMMON = (*range(1, 16), 20, 25, 30, 40, 45, 60)
_WORDS = {word: number for word, number in (NUMBER_WORDS | {"sixty": 60}).items() if number in _COMMON}
_SPELLED = "|".join(sorted(_WORDS, key=len, reverse=True))
_WORDS |= {"once": 1, "twice": 2, "thrice": 3}
_WHOLE = r"\d{1,4}(?!\d|[.:]\d)"
_ONE = rf"(?<![a-wyz0-9_.:/])(?:{_WHOLE}|(?:{_SPELLED})(?![a-z]))"
_TO = r"\s?(?:-|to|or)\s?"
_NUMBER = rf"(?:{_ONE}(?:{_TO}(?:{_WHOLE}|(?:{_SPELLED})(?![a-z])))?)"
"""A number, or a range."""

_MIN, _SEC = r"(?:min(?:ute)?s?)", r"(?:s(?:ec(?:ond)?s?)?|\"|'')"
_UNIT = rf"(?:{_MIN}|{_SEC})"
_PART = rf"(?:{_NUMBER}|\d{{1,3}}\.5)"
DURATION = (
    rf"(?:{_ONE}[ -]?{_UNIT}{_TO}{_WHOLE}[ -]?{_UNIT}(?![a-z])|{_PART}[ -]?{_MIN}(?![a-z])\.?(?: ?(?:and )?{_ONE}[ -]?{_SEC}(?![a-z]))?|{_PART}[ -]?{_SEC}(?![a-z])(?: count(?![a-z]))?"
    rf"|(?<![\w:])\d{{1,2}}:[0-5]\d(?![\d:])|half a min(?:ute)?|an? min(?:ute)?(?![a-z])"
    rf"|(?:an? |the )?(?:slow )?count (?:of|to) {_NUMBER}|{_NUMBER} counts?(?![a-z]))"
)
"""A time; the pattern has no group."""

_VERB = (
    r"(?:up|down|lower(?:ing)?|raise|rise|lift|hold(?:s|ing)?|held|pause|relax|release|ease off|squeeze|tense|tighten"
    r"|let go|lean in|bend|straighten)"
)
_STAY = r"(?:hold(?:s|ing)?|held|pause|relax|release)"
_FILL = (
    r"(?: (?:the|your|each|every|it|this|that|position|pose|stretch(?:es)?|for|over|about|up to|approximately|at|top"
    r"|bottom|end|in|of|slowly|and|then|heels?|foot|feet|muscles?|contraction|repetition|rep|one|here|time|an?|course))*:? "
)
_BEGINS = r"(?:^|[|,;.(/:]|\band|\bthen|\bwith|\bwith an?)\s*"
MOVE_THEN_TIME = re.compile(
    rf"(?:{_BEGINS}(?:slowly )?(?={_VERB}(?![a-z]))|(?=\b{_STAY}(?![a-z])))(?P<verb>{_VERB}){_FILL}(?P<time>{DURATION})"
)
TIME_THEN_MOVE = re.compile(
    rf"(?P<time>{DURATION})[ -](?:of |to |on the way |going |slow(?:ly)? |the |for the )*(?P<verb>{_VERB}|stretch(?:es)?|(?:ec|con)centric)(?![a-z])"
    r"(?!(?:(?<=raise)|(?<=lower)|(?<=lift)|(?<=rise)|(?<=bend)) |(?<=stretch) (?:the|your|calf|leg))"
)
LONE_TIME = re.compile(rf"(?:(?:for|about|over|up to) )*(?P<time>{DURATION})(?: (?:each|every) time)?")

# How often, and when.

_TIMES = r"(?:x|times?|time\(s\)|sessions?)"
_NOT_BEHIND = r"(?<![x×/-])(?<![x×/] )(?<!of )(?<!by )"
_A_DAY = r"(?:(?:a|per|each|every|/)\s?day|/ ?d|daily|p\.?d\.?)(?![a-z])"
LATIN = {"od": 1, "qd": 1, "bd": 2, "bid": 2, "tds": 3, "tid": 3, "qds": 4, "qid": 4}
"""How often a day, as doctors write it."""
PER_DAY = re.compile(
    rf"(?:(?P<least>(?:at least|(?:a )?minimum(?: of)?) )|{_NOT_BEHIND})(?P<n>once|twice|thrice|{_NUMBER}(?=\s?(?:{_TIMES}|per |/|daily)))\s?{_TIMES}?\s?"
    rf"(?:{_A_DAY}|(?<=x )day(?![a-z]))|(?<![a-z\d])x ?(?P<n2>{_NUMBER}) ?{_A_DAY}"
    rf"|(?<![a-z])(?P<latin>{'|'.join(LATIN)}|{'|'.join(r'[.] ?'.join(word) for word in LATIN)})(?![a-z])"
    r"|(?P<every>every day|each day|daily|(?:(?<=sets )|(?<=set )|(?<=reps )|(?<=repetitions )|(?<=minutes )|(?<=min )"
    r"|(?<=[|,] )|(?<=\d ))(?:per|a) day|(?<=\d)/day)(?![a-z])"
)
MORNING_AND_EVENING = re.compile(
    r"(?:in the )?(?:morning(?:,? noon)?,? (?:and|&) (?:in the )?(?:evening|night)|\ba\.?m\.? ?(?:and|&|/) ?p\.?m)(?![a-z])"
)
AT_BED = re.compile(
    r"(?:just )?(?P<bed>before (?:going to )?(?:bed(?:time)?|sleep)|at bedtime|(?:every|each|at) (?:night|evening)|in the evening|\bq?hs)"
    r"(?![a-z])|(?:(?:every|each) morning|(?:first thing )?in the morning)(?![a-z])"
)
DAYS_A_WEEK = re.compile(
    rf"{_NOT_BEHIND}(?P<n>once|twice|thrice|{_NUMBER})\s?(?:{_TIMES}|days?)?\s?(?:(?:a|per|each|every|/)\s?(?:week|wk)|weekly)(?![a-z])"
)
EVERY_OTHER_DAY = re.compile(r"(?:on )?\b(?:every (?:other|second|2nd) day|alternate days|eod|qod)(?![a-z])")
WEEKDAYS = re.compile(r"(?:on |every )?weekdays?(?![a-z])")
WEEKENDS = re.compile(r"(?:on |at |every )?(?:the )?weekends?(?![a-z])")
_FULL = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
_DAY = rf"(?:{_FULL}|mon|tues?|wed|thurs?|thu|fri|sat|sun)(?![a-z])\.?"
DAY_NAMES = re.compile(rf"(?:on |every )?(?<![a-z])(?:{_DAY}(?:(?:[ ,/&+-]|and|to)+{_DAY})+|{_FULL}(?![a-z]))")

# Which side.

_LIMB = r"(?:sides?|legs?|foot|feet|ankles?|calf|calves|knees?|heels?|hips?|limbs?|hands?|arms?)(?![a-z])"
_AND = r" ?(?:/|&|,|\+|and|,? ?(?:and )?then)(?: the)? ?"
EACH_SET = re.compile(
    rf"(?:swap|switch|change|alternate) {_LIMB} (?:after|between|for|with)? ?(?:each |every )?sets?|set by set"
)
ALTERNATING = re.compile(
    rf"(?:alternat(?:e|ing)(?: between)?(?: your| the)?(?: left and right)?(?: {_LIMB})?|alternately)(?![a-z])"
)
EACH_SIDE = re.compile(
    rf"(?:(?:on|for|with|to) )?(?:each|\bea\.?|per|either|every|/) ?{_LIMB}|(?<!\w)e/s(?!\w)"
    rf"|(?:,? ?then )?(?:repeat|switch|change|swap)(?: (?:it|this))?(?: (?:on|with|to|for))?(?: the)?(?: (?:other|both|opposite))? ?{_LIMB}"
    rf"|(?:on )?(?:the )?(?:left{_AND}right|right{_AND}left)(?: (?:side|leg|foot)s?)?(?![a-z])|(?<!\w)l{_AND}r(?!\w)"
)
BOTH_SIDES = re.compile(r"(?:on |for )?both sides(?![a-z])")
ON_BOTH = re.compile(r"(?:(?:on|with|using) )?(?:two (?:legs|feet)|both (?:legs|feet|heels) together)(?![a-z])")
BOTH_LEGS = re.compile(
    r"(?:(?:for|on|with|using) )?(?:both (?:legs|feet|ankles|calves|knees)|bilat(?:eral(?:ly)?)?|b/l)(?![a-z])"
)
"""One after the other in a stretch, and at once in a movement."""
SORE_SIDE = re.compile(
    rf"(?:(?:on|with|for) )?(?:(?:the|your|my) )?\b(?:affected|injured|sore|bad|painful|cramping) {_LIMB}(?: only)?"
)
_ACT = r" (?:rais|rise|drop|lift|lower|circle|pump|press|curl|stretch|slide|walk|tap|stand|bridge|squat|lunge|roll|flex|bend|kick|hop|step|swing)"
"""What makes a limb the name of an exercise: `right heel raises`."""
ONE_SIDE = re.compile(
    rf"(?:(?:on|with|for) )?(?:(?:the|your|my) )?(?<!to )(?<!to the )\b(?:(?:(?P<abbr>lle|lt)|rle|rt)(?![a-z])"
    rf"|(?:(?P<left>left|l)|right|r)(?: {_LIMB}(?!{_ACT})(?: only)?| only|(?= {_LIMB}{_ACT})|(?= ?(?:$|[|,;.()-]))))(?! ?first)"
)
ONE_LEG = re.compile(r"(?:single|one)[- ](?:leg(?:ged)?|foot|heel)|on one (?:leg|foot)|unilateral")
TWO_LEGS = re.compile(r"(?:double|two)[- ](?:leg(?:ged)?|foot|heel)")
KEPT = re.compile(rf"{ONE_LEG.pattern}|{TWO_LEGS.pattern}|(?:quad|glute|calf|hamstring)s? sets?")
"""Stays in the name, though it looks like a dose."""

# Rest.

_BETWEEN = (
    r"(?:in )?(?:between|after|before)(?: each| every| the| your| all)? ?"
    r"(?:sets?|reps?|repetitions?|holds?|stretch(?:es)?|sides?|legs?|one|each)?(?![a-z])"
)
_BETWEEN_WHAT = _BETWEEN.replace("|one|each)?(?![a-z])", "|one|each)(?![a-z])")
_PAUSES = r"(?:rest(?:ing)?|breaks?|recover(?:y)?)"
NO_REST = re.compile(rf"(?:with )?(?:no|without(?: a)?|(?<!\d)0 ?s(?:ec(?:onds?)?)?) {_PAUSES}(?: {_BETWEEN})?")
_OPENS = r"(?:with |w/ ?|then |take |allow |pause (?:for )?)*(?<!of )(?<!by )(?<!x)(?<!x )"
REST = re.compile(
    rf"{_OPENS}(?:an? )?{_PAUSES}(?: (?P<a>{_BETWEEN}))?(?: (?:of|for|time|period|interval|about|is))*[:=]? ?(?P<time>{DURATION})"
    rf"(?: {_PAUSES})?(?: (?P<b>{_BETWEEN}))?"
    rf"|{_OPENS}(?P<time2>{DURATION})[ -](?:of )?{_PAUSES}(?!:? (?:of |for )*{DURATION})(?: (?P<c>{_BETWEEN}))?"
    rf"|{_OPENS}(?P<time3>{DURATION}) (?P<d>{_BETWEEN_WHAT}|(?:in )?between)"
)

# Sets and repetitions.

_SETS, _REPS = (
    r"(?:sets?|set\(s\)|series|rounds?)(?![a-z])",
    r"(?:reps?|repetitions?|times?|time\(s\)|rep\(s\))(?![a-z])",
)
TIMES_OF_TIME = re.compile(
    rf"(?P<n>{_NUMBER})\s?(?:(?P<sets>{_SETS})|{_REPS}|holds?)?\s?(?:x|of|by|@)\s?(?:an? )?(?={DURATION})"
)
LADDER = re.compile(
    rf"(?:(?P<sets>{_NUMBER})\s?(?:{_SETS})?\s?(?:x|of)\s?)?(?:{_REPS}:? )?"
    rf"(?P<ladder>(?<![a-wyz0-9_.])\d{{1,3}}(?:\s?[-/,]\s?\d{{1,3}}){{2,}})(?!\w|[./-]\d)(?:\s?{_REPS})?"
)
LABELLED_SETS = re.compile(rf"(?:target )?{_SETS}\s?[:=]\s?(?P<n>{_NUMBER})")
LABELLED_REPS = re.compile(rf"(?:target )?(?:{_REPS}|repeat)\s?[:=]\s?(?P<n>{_NUMBER})")
AGAIN = re.compile(rf"(?:repeat|do) (?:the |this |whole )*(?:routine|circuit|sequence|set) (?P<n>{_NUMBER}) ?{_REPS}")
"""The whole routine again: a number of sets."""
REPS_BY_SETS = re.compile(
    rf"(?P<reps>{_NUMBER})\s?(?:{_REPS}\s?(?:x|of|for|by|,|in)?|x)\s?(?P<sets>{_NUMBER})\s?{_SETS}"
)
SETS_BY_REPS = re.compile(
    rf"(?P<sets>{_NUMBER})\s?(?:{_SETS})?\s?(?:x|by|of)(?: up to)?\s?(?P<reps>{_NUMBER})(?:\s?{_REPS})?"
)
SETS = re.compile(rf"(?P<n>{_NUMBER})\s?{_SETS}|{_SETS} ?(?P<n2>{_NUMBER})(?!\s?{_REPS})")
REPS = re.compile(
    rf"(?:up to |at least |about )?(?P<n>{_NUMBER})\s?(?:{_REPS}|x(?![a-z0-9]))"
    rf"|(?:{_REPS}|repeat(?:ed)?|(?<![a-z])x)\s?(?P<n2>{_NUMBER})(?:\s?(?:{_REPS}|x(?![a-z0-9])))?"
    r"|(?:repeat |do (?:it |this )?)(?P<word>twice|thrice)(?![a-z])"
)
LEADING_NUMBER = re.compile(
    rf"(?:^|(?<=[|,;.(])) ?(?:do |perform |complete |repeat )?(?P<n>{_NUMBER}) (?=[a-z])"
    r"(?!(?:cm|mm|km|kg|kgs|lbs?|pounds?|met(?:er|re)s?|m|inch(?:es)?|feet|foot|steps?|weeks?|days?|months?|hours?|hrs?|s|secs?|seconds?|mins?|minutes?"
    r"|degrees?|leg|legs|sides?)(?![a-z]))"
)

DOSE_WORDS = re.compile(
    r"\d|(?<![a-z])(?:" + _SPELLED + r"|once|twice|sec(?:ond)?s?|min(?:ute)?s?|hours?|hourly|days?|daily|weeks?|weekly"
    r"|months?|mornings?|evenings?|nights?|sets?|reps?|repetitions?|rest|times|x|kg|kgs|lbs?|per|each|every|both|either|left"
    r"|right|alternat\w*|until|till|tempo|bid|bd|tid|tds|qid|qd|od|l|r|ea|prn)(?![a-z'])|^\S* ?(?:sides?|legs?)$|%|^(?!relax|release|let go)"
    + _VERB
    + "$"
)
"""What may not be left over once all patterns were looked for: it would be a part of the dose that is lost."""

STILL = re.compile(r"stretch|balance|\bsit\b|plank|lean|\bhold|stand|isometric|tandem")
"""Exercises that are held."""
MOVING = re.compile(r"rais|rise|squat|bridge|drop|lower|lift|curl|press|jump|hop|pump")
"""Exercises that are movements."""
EXERCISE = re.compile(
    r"stretch|rais|rise|drop|lower|lift|squat|bridge|march|walk|pump|circle|curl|press|balance|stand|lunge|\bsit|step|roll"
    r"|flex|exten|push|pull|massage|slide|clam|hop|jump|point|spread|scrunch|tap|kick|plank|lean|\bsets?\b|rotation|swing"
)
"""What an exercise is called."""

REFUSALS: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(r"(?:hold|rest)(?: for)? \d{1,3}(?= ?(?:$|[,;.]))"),
        _("Write the unit, too, such as '30 s' or '1 min'."),
    ),
    (
        re.compile(r"(?:tempo:? ?)?(?<![\w-])\d-\d-\d-\d(?![\w-])|tempo:? ?\d[-/ ]?\d[-/ ]?\d"),
        _("Write the times with their words, such as '3 s down, 1 s hold, 3 s up'."),
    ),
    (
        re.compile(r"\d{1,4} ?'(?!')(?: ?\d{1,2} ?(?:\"|''))?"),
        _("Write minutes as 'min' and seconds as 's', such as '1 min 30 s'."),
    ),
    (
        re.compile(r"(?<![\w.])\d{1,4} ?m(?![a-z])"),
        _("This may be minutes or metres. Minutes are written 'min'; a distance can't be followed here."),
    ),
    (
        re.compile(r"(?:with |at |@ )?(?<![\w.])\d+(?:\.\d+)? ?(?:kgs?|lbs?|pounds?|%)(?![a-z])"),
        _("A weight is not followed here. Leave it out, and write it into the file under 'how'."),
    ),
    (
        re.compile(r"for (?:the (?:next|first) )?\S+ (?:weeks?|months?)(?![a-z])"),
        _("How many weeks is not followed here. Leave it out; the diary keeps the days."),
    ),
    (
        re.compile(r"(?:every|each|per) (?:waking )?hour|hourly"),
        _("The hours are not followed here. Say how often a day, such as '6 times a day'."),
    ),
    (
        re.compile(
            r"as (?:tolerated|needed|able|many as \w+(?: \w+)?)|to (?:failure|fatigue)|max(?:imum)? reps?"
            r"|\b(?:amrap|emom|tabata|prn|p\.r\.n)\b"
        ),
        _("Say a number to aim at, such as '10 times'. You can stop at any time."),
    ),
)
"""What sheets say and a routine can't, with what to do about it."""

A_WEEK = {
    1: (Weekday.MON,),
    2: (Weekday.MON, Weekday.THU),
    3: (Weekday.MON, Weekday.WED, Weekday.FRI),
    4: (Weekday.MON, Weekday.TUE, Weekday.THU, Weekday.FRI),
    5: tuple(Weekday)[:5],
    6: tuple(Weekday)[:6],
    7: (),
}
"""The days on which something is done so often a week."""
_SIGNS = str.maketrans({"×": "x", "*": "x", "\u2032": "'", "\u2033": '"'})
_DAY_OF = {day.value: day for day in Weekday}


def plain_text(text: str) -> str:
    """The text in small letters and plain signs, each in its place."""
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in plain_form(text).translate(_SIGNS))


def numbers_in(text: str) -> tuple[int, ...]:
    """The numbers of a match: one, or the two ends of a range."""
    found = re.findall(rf"\d+|{_SPELLED}|once|twice|thrice", text)
    return tuple(int(word) if word.isdigit() else _WORDS[word] for word in found)


def seconds_in(text: str) -> tuple[int, ...]:
    """The seconds of a time: one, or the two ends of a range."""
    if clock := re.fullmatch(r"(\d+):(\d+)", text):
        return (int(clock[1]) * 60 + int(clock[2]),)
    if words := re.match(r"(half )?an? min", text):
        return (30 if words[1] else 60,)
    if both := re.fullmatch(rf"(.+?)[ -]?{_MIN}\.? ?(?:and )?({_ONE})[ -]?{_SEC}", text):
        minutes, seconds = numbers_in(both[1]), numbers_in(both[2])
        return tuple(one * 60 + seconds[0] for one in minutes) if len(minutes) == len(seconds) == 1 else ()
    if ends := re.fullmatch(rf"(.+?{_UNIT}){_TO}(\d+[ -]?{_UNIT})", text):
        return *seconds_in(ends[1]), *seconds_in(ends[2])
    unit = 60 if re.search(r"min", text) else 1
    if half := re.match(r"(\d+)\.5", text):
        return (int(half[1]) * 60 + 30,) if unit > 1 else ()
    return tuple(number * unit for number in numbers_in(text))


def days_in(text: str) -> tuple[Weekday, ...]:
    """The days that are named; from one to another where a dash joins two."""
    named = [_DAY_OF[day] for day in re.findall("mon|tue|wed|thu|fri|sat|sun", text)]
    week = list(Weekday)
    if len(named) == 2 and re.search(r"-| to ", text):  # noqa: PLR2004 - a dash joins two
        first, last = (week.index(day) for day in named)
        return tuple(week[first : last + 1]) if first < last else tuple(week[first:] + week[: last + 1])
    return tuple(day for day in week if day in named)
