"""Packed from routines/hand-break.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.domain.routine import Adaptation, Move, Part, Purpose, Routine, RoutineAdaptation, Sides, Step, Tag

SUM = 3246008130
ROUTINE = Routine(
    name='hand-break',
    title='Break for the hands',
    purpose=Purpose.BREAK,
    part=Part.HAND,
    steps=(
        Step(
            name='Open and close',
            say='Open your hands wide. Let go. Fist. Let go.',
            how='Stretch your fingers and bend the hands back. Let go. Make a fist and bend the hands down. Let go.',
            figure='hand-fist',
            sides=Sides.BOTH,
            moves=(
                Move(name='open wide', seconds=5),
                Move(name='let go', seconds=5),
                Move(name='fist', seconds=5),
                Move(name='let go', seconds=5),
            ),
            repetitions=3,
            sources=('aaos-hand-break', 'our-choice',),
        ),
        Step(
            name='Wrist circles',
            say='Slow circles with your hands.',
            how='Bend your arms and turn both hands in slow circles.',
            figure='wrist-circle',
            sides=Sides.BOTH,
            moves=(Move(name='circle', seconds=2),),
            repetitions=5,
            sources=('article-2', 'our-choice',),
        ),
        Step(
            name='Wrist circles, other way',
            say='Now circle the other way.',
            how='Bend your arms and turn both hands in slow circles, the other way round.',
            figure='wrist-circle',
            sides=Sides.BOTH,
            moves=(Move(name='circle back', seconds=2),),
            repetitions=5,
            sources=('article-2', 'our-choice',),
        ),
        Step(
            name='Shake',
            say='Let your arms hang. Shake your hands loose.',
            how='Let both arms hang down and shake the hands softly.',
            figure='hand-shake',
            sides=Sides.BOTH,
            moves=(Move(name='shake', seconds=10),),
            sources=('aaos-hand-break', 'article-2', 'our-choice',),
        ),
    ),
    about='Open, close, circle, shake.',
    label='It lets your hands rest. It may help; we know of no trial for cramps.',
    position='Sitting',
    cautions=('It should not hurt. Leave out what does.',),
    notes=(
        'Take this break after 15 minutes of hard work with your hands.',
        'The full dose is 10 rounds of opening and closing. Three are enough for a short break.',
    ),
    adapt=(
        RoutineAdaptation(
            tag=Tag.RECENT_INJURY,
            why='You have a new injury.',
            caution='Leave the sore hand out. See a doctor for a pop, a bruise or a weak hand.',
        ),
        RoutineAdaptation(
            tag=Tag.REDUCED_SENSATION,
            why='You may not feel when it is too much.',
            caution='Watch your hands as you move them.',
        ),
    ),
)
NEEDED = 110
