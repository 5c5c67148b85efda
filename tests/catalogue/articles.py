"""Everything that the two articles ask of a person, and where the program answers it.

An id is `article:line`, with a letter where a line asks for several things; article 0 is `article-1` of the sources,
and 1 is `article-2`. Both are machine-translated: where they write of something graver, they mean a leg cramp.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Advice:
    """One thing that a reader of the articles might do."""

    id: str
    """The first place that asks for it."""
    advice: str
    """What it is, in our words."""
    place: str
    """The routine, or the topic of the guide, that has it with what we think of it."""
    words: tuple[str, ...]
    """What must stand there, in any case of letters."""
    also: str = ""
    """The other places that ask for it; `1:229-238` are all lines from the first to the last."""


CRAMP = (
    Advice("0:50a", "Sit, the other foot on the floor; draw the toes to you slowly", "cramp-calf", ("toes", "slowly"),
           also="1:29b 1:63b 1:400a"),
    Advice("0:50b", "Keep at it until the pain goes", "cramp-calf", ("hold",), also="1:400b"),
    Advice("1:199a", "Pull, then let the leg relax", "cramp-calf", ("ease",), also="1:63c"),
    Advice("0:50c", "Then rub the muscle gently", "cramp-calf", ("rub", "gently"),
           also="0:52a 1:29c 1:63d 1:199b 1:321a 1:401a"),
    Advice("0:52b", "Point the foot as you rub", "left-out", ("point the foot",)),
    Advice("1:29d", "Then walk through the room", "cramp-calf", ("walk",), also="1:63e 1:199f"),
    Advice("1:402", "Walk for two minutes", "cramp-calf", ("walk",)),
    Advice("1:325", "Walk once the pain has eased", "cramp-calf-standing", ("walk",)),
    Advice("1:63f", "Lie down with the legs raised", "cramp-calf", ("raise", "legs"), also="1:199g"),
    Advice("1:199c", "Warm the calf with a pad", "cramp-calf", ("warm",), also="0:83b 1:401b"),
    Advice("1:323", "Pull the big toe", "cramp-foot", ("big toe", "slowly")),
    Advice("1:322", "Curl and straighten the toes", "habits", ("curl and straighten the toes",)),
    Advice("1:5a", "Other muscles of the leg cramp, too", "cramp-thigh", ("thigh", "heel")),
    Advice("1:5b", "Cramps of the face and neck", "habits", ("face, jaw or neck",), also="1:55e 1:210 1:439"),
    Advice("1:37b", "Rub the hands where it hurts", "cramp-hand", ("rub", "gently")),
    Advice("1:121-128", "Cramped hands with tingling may be a lack of calcium", "cramp-hand", ("tingl", "mouth")),
)  # fmt: skip

VETOED = (
    Advice("0:54a", "Prick the muscle, keep a pin by the bed", "left-out", ("a pin or a needle", "wound"),
           also="1:23a 1:29a 1:63a"),
    Advice("0:54b", "Mustard on the muscle", "left-out", ("mustard", "burn"), also="0:83c 1:199d 1:324a"),
    Advice("0:56", "A gel of horse chestnut", "left-out", ("horse chestnut",)),
    Advice("0:67a", "On the back, legs up, shake the feet", "left-out", ("shaking", "flat on your back")),
    Advice("0:67c", "On tiptoe with all one's strength", "left-out", ("all your might",)),
    Advice("0:71b", "No coffee and no tea", "left-out", ("no coffee or tea at all", "200 mg")),
    Advice("0:77", "Sleep on the left side only", "left-out", ("only on the left", "either side"),
           also="1:27e 1:59a 1:71a 1:314a"),
    Advice("0:83a", "A bag of stones out of the microwave", "left-out", ("microwave", "burn")),
    Advice("0:87", "A patch of mint or lemon grass", "left-out", ("patch of mint",)),
    Advice("0:91", "Press fingers, or paint them red", "left-out", ("your fingers", "in red"), also="0:89"),
    Advice("1:39c", "Cramps of the left hand mean the heart", "left-out", ("left hand", "emergency number")),
    Advice("1:43-49", "Do not worry about the belly; count the tightenings", "left-out", ("belly", "call your doctor today")),
    Advice("1:55d", "Rub with scented oils", "left-out", ("scented oils", "midwife")),
    Advice("1:320", "Pull with force, through the pain", "left-out", ("right through the pain", "strain")),
    Advice("1:321b", "Pinch and scratch the muscle", "left-out", ("pinch", "scratch")),
    Advice("1:324b", "A shower as hot as can be borne", "left-out", ("hottest shower", "scald")),
    Advice("1:240b", "Eat beef liver", "left-out", ("beef liver", "vitamin a"), also="1:306b 1:458"),
    Advice("1:431a", "Warm, wet cloths on legs with varicose veins", "left-out", ("varicose", "warm, wet cloths")),
    Advice("1:466a", "Eat while lying down", "left-out", ("lie down", "small meals")),
    Advice("1:229-238", "Find out by signs which mineral is missing", "left-out", ("signs that you lack one",),
           also="1:247-257 1:276-281 1:295-304 1:347-351 1:361-368 1:378-383 1:449-454 1:472-478 1:495-501 1:516-521"),
    Advice("1:240c", "So many grams of a mineral a day", "left-out", ("how many grams",), also="1:242 1:287 1:353b"),
    Advice("1:261", "What keeps calcium from being taken up", "left-out", ("what to eat with it",), also="1:489"),
    Advice("1:265", "Calcium pills after a meal, with vitamin D", "left-out", ("when to take a pill",),
           also="1:259 1:480"),
    Advice("1:285", "Magnesium pills at bedtime", "evidence", ("magnesium", "no effect", "ask your doctor"),
           also="1:385b 1:510"),
)  # fmt: skip

REST_AND_PRACTICE = (
    Advice("0:75", "Legs up for 20 minutes, two or three times a day", "legs-up", ("raise your legs",)),
    Advice("1:403b", "Legs up for 5 minutes in the evening", "legs-up-short", ("evening", "raise your legs")),
    Advice("1:71b", "Legs on something high when lying down", "legs-up-short", ("pillow",)),
    Advice("1:27a", "Let the legs rest by day", "habits", ("rest with your legs up",), also="1:55c 1:67a 1:403a"),
    Advice("0:63a", "A foot bath, five degrees apart, with a mild end", "foot-bath", ("37", "32", "like better")),
    Advice("1:199e", "A warm foot bath", "foot-bath", ("warm", "thermometer"), also="1:401c"),
    Advice("0:65a", "Stroke from foot to knee, not with varicose veins", "self-massage", ("stroke", "varicose")),
    Advice("0:65b", "Tap the calf", "self-massage", ("tap",)),
    Advice("1:55f", "Rub the legs in the evening", "self-massage", ("light strokes", "clot"), also="1:67c"),
    Advice("0:67b", "Rise on the toes at a wall", "daily-calf-full", ("heel raises",)),
    Advice("0:67d", "Seated, rise on toes and heels in turn", "desk-break", ("heels", "toes")),
    Advice("0:73", "Lift the toes ten times a day", "desk-break", ("toes",)),
    Advice("1:69", "Roll from toe to heel", "daily-calf-full", ("roll",)),
    Advice("1:71d", "Step from foot to foot", "daily-calf-full", ("foot to foot",)),
    Advice("0:38a", "Roll the feet on a ball", "ball-roll", ("ball",), also="1:71c"),
    Advice("1:327a", "Massage the feet", "ball-roll", ("roll the ball", "lightly")),
    Advice("0:18b", "Be active, and walk in fresh air", "walk", ("walk", "fresh air"), also="0:85b 1:57a"),
    Advice("1:57c", "All sorts of stretching", "bedtime", ("stretch",)),
    Advice("1:57d", "Exercises for the legs", "foot-exercises", ("up and down",)),
    Advice("1:37a", "After 15 minutes, circle, clench and shake the hands", "hand-break", ("15", "circle", "shake"),
           also="1:55g 1:67d"),
)  # fmt: skip

HABITS = (
    Advice("1:23b", "Have what helps lie by the bed", "tonight", ("by the bed", "towel", "shoes")),
    Advice("0:12", "Neither chill nor overheat", "habits", ("keep your legs warm", "not hot")),
    Advice("0:14", "Drink when it is hot", "habits", ("hot day", "drink")),
    Advice("0:16", "Comfortable shoes with a firm heel of 5 cm at most", "habits", ("low heels", "5 cm", "insoles"),
           also="0:69 1:25 1:27b 1:55b 1:77 1:92a 1:202 1:403c 1:426"),
    Advice("0:18a", "Do not sit long", "habits", ("do not sit for long",)),
    Advice("1:27c", "Do not cross the legs", "habits", ("do not cross your legs",)),
    Advice("1:67b", "Breaks from work that is done standing", "habits", ("stand all day", "heels to your toes"),
           also="1:92b"),
    Advice("1:203", "No long or heavy load on the legs", "habits", ("heavy work", "long walks"), also="1:429"),
    Advice("0:38b", "Walk on a massage mat", "habits", ("massage mat", "diabetes")),
    Advice("0:85a", "Barefoot in dew and sand", "habits", ("barefoot", "wet grass", "diabetes")),
    Advice("0:38c", "Flat feet: to the orthopaedist", "habits", ("orthopaedist",), also="0:20a"),
    Advice("0:40", "Compression, fitted by a doctor", "habits", ("compression", "doctor or nurse measure you"),
           also="0:20b 1:75 1:204 1:427"),
    Advice("1:59b", "Watch the legs for veins and swelling", "habits", ("look at your legs", "varicose"),
           also="1:19a 1:313 1:391"),
    Advice("0:63b", "Baths with sea salt", "habits", ("sea salt", "nobody has shown"), also="0:81b 1:73b 1:431b"),
    Advice("1:73a", "A shower that is warm and cool in turn", "habits", ("shower", "mild to cool"), also="1:327b"),
    Advice("1:327c", "Woollen socks at night", "habits", ("woollen socks",)),
    Advice("1:19b", "Do not lie on the back late in pregnancy", "habits", ("flat on your back",)),
    Advice("1:314b", "A small pillow under the right hip", "habits", ("pillow under your right hip",), also="1:428"),
    Advice("1:57b", "Swim, yoga, gymnastics", "habits", ("swim", "yoga")),
    Advice("1:430", "Classes for pregnant women", "habits", ("class", "how many weeks")),
    Advice("0:71a", "Do not smoke", "habits", ("do you smoke", "help to stop"), also="1:15a 1:308b 1:393 1:523c"),
    Advice("1:272a", "Alcohol", "habits", ("alcohol", "none at all"), also="1:308a 1:523b"),
    Advice("1:15b", "Little caffeine, no strong tea", "habits", ("caffeine", "200 mg"), also="1:272b 1:394"),
)  # fmt: skip

FOOD = (
    Advice("1:11", "Look at what you eat; eat a full, mixed diet", "habits", ("good mix",),
           also="1:15d 1:27d 1:53 1:333a 1:398b"),
    Advice("1:219", "Do not refuse a whole kind of food", "habits", ("whole kind of food",)),
    Advice("1:390", "Eat at set times, and not much sugar", "habits", ("set times", "sweets")),
    Advice("1:65b", "Whole grains for white flour and sweets", "habits", ("whole grains", "white flour"),
           also="1:415-416"),
    Advice("1:417-422", "Milk, fish, lean meat, vegetables, fruit and nuts", "habits", ("milk", "lean meat", "nuts")),
    Advice("0:61", "Foods rich in magnesium and potassium", "habits", ("magnesium:", "potassium:", "tomatoes"),
           also="1:55a 1:240a 1:353a 1:456-457 1:459-464"),
    Advice("1:263", "Foods rich in calcium", "habits", ("calcium:", "figs", "eggs"), also="1:201a 1:482-487"),
    Advice("1:201b", "Foods rich in iron", "habits", ("iron:",)),
    Advice("1:283", "Foods rich in magnesium", "habits", ("seeds", "spinach", "carrots"), also="1:385a 1:503-508"),
    Advice("1:306a", "Foods rich in vitamin B6", "habits", ("vitamin b6:", "avocados"), also="1:523a"),
    Advice("1:306c", "Tuna", "habits", ("not much tuna",)),
    Advice("0:28", "Vomiting takes minerals away: eat little and often", "habits", ("little and often",),
           also="1:218 1:466b"),
    Advice("1:157-166", "Very bad vomiting is dangerous", "habits", ("keep food or water down", "today")),
)  # fmt: skip

DOCTOR = (
    Advice("0:10a", "Swelling or a change of colour: tell the doctor", "signs", ("swollen",), also="1:174-181"),
    Advice("0:10b", "Pain that stays for a day: tell the doctor", "habits", ("sore after a day",)),
    Advice("1:168-170", "A fit of the whole body is an emergency", "signs", ("fit",), also="1:96"),
    Advice("0:24", "Say that you take water tablets or medicine for the blood pressure", "habits",
           ("which medicines you take",)),
    Advice("1:220", "No water tablets on one's own", "habits", ("no water tablets on your own",),
           also="1:15c 1:466c"),
    Advice("0:81a", "No herbs and no medicines unasked", "habits", ("no herbs", "ask before you"), also="0:93 1:523d"),
    Advice("1:65a", "Vitamins only as the doctor says", "habits", ("before you take one",),
           also="1:333b 1:370 1:411"),
    Advice("0:26", "Cramps that run in the family", "habits", ("run in your family",)),
    Advice("0:48", "Tell the doctor after the first cramp", "habits", ("next visit",),
           also="0:36 1:106 1:206 1:329 1:398a 1:407"),
    Advice("0:59", "Do not just bear it, and do not wait", "habits", ("book one sooner",), also="1:331"),
    Advice("0:32", "Start with the doctor of the pregnancy, who sends you on", "habits",
           ("whom to send you to", "for veins, for nerves, for feet"), also="0:44 1:197"),
    Advice("0:42", "Sugar and thyroid", "habits", ("sugar and thyroid",), also="1:147-154"),
    Advice("1:111", "The doctor asks how long, how strong, and when", "habits", ("when, how long and how strong",),
           also="1:113-118"),
    Advice("1:17", "Blood count, iron and sugar", "habits", ("iron, sugar",), also="1:131-143 1:312"),
    Advice("1:337", "Calcium, magnesium and more in the blood", "habits", ("calcium, magnesium, potassium",),
           also="1:189 1:339"),
    Advice("1:185-188", "Tests of blood and urine", "habits", ("blood test", "urine test")),
    Advice("1:190-192", "Ultrasound of the veins", "habits", ("ultrasound",), also="1:194"),
    Advice("1:39a", "Hand cramps that come back: see a doctor", "habits", ("hands keep cramping", "blood")),
    Advice("1:39b", "Cramps in one place: the nerve", "habits", ("hands keep cramping", "nerves")),
)  # fmt: skip

ALL = (*CRAMP, *VETOED, *REST_AND_PRACTICE, *HABITS, *FOOD, *DOCTOR)

LENGTHS = {0: 96, 1: 523}
"""The lines of each article."""

NOTHING = """
0:1-9 0:11 0:13 0:15 0:17 0:19 0:21-23 0:25 0:27 0:29-31 0:33-35 0:37 0:39 0:41 0:43 0:45-47 0:49 0:51 0:53 0:55
0:57-58 0:60 0:62 0:64 0:66 0:68 0:70 0:72 0:74 0:76 0:78-80 0:82 0:84 0:86 0:88 0:90 0:92 0:94-96 1:1-4 1:6-10
1:12-14 1:16 1:18 1:20-22 1:24 1:26 1:28 1:30-36 1:38 1:40-42 1:50-52 1:54 1:56 1:58 1:60-62 1:64 1:66 1:68 1:70
1:72 1:74 1:76 1:78-91 1:93-95 1:97-105 1:107-110 1:112 1:119-120 1:129-130 1:144-146 1:155-156 1:167 1:171-173
1:182-184 1:193 1:195-196 1:198 1:200 1:205 1:207-209 1:211-217 1:221-228 1:239 1:241 1:243-246 1:258 1:260
1:262 1:264 1:266-271 1:273-275 1:282 1:284 1:286 1:288-294 1:305 1:307 1:309-311 1:315-319 1:326 1:328 1:330
1:332 1:334-336 1:338 1:340-346 1:352 1:354-360 1:369 1:371-377 1:384 1:386-389 1:392 1:395-397 1:399 1:404-406
1:408-410 1:412-414 1:423-425 1:432-438 1:440-448 1:455 1:465 1:467-471 1:479 1:481 1:488 1:490-494 1:502 1:509
1:511-515 1:522
"""
"""The lines that ask nothing of anybody: headings, what a cramp is, what may bring it on, and empty ones."""
