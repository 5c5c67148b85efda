"""Packed from routines/ball-roll.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.domain.routine import Adaptation, Ask, Move, Part, Purpose, Routine, RoutineAdaptation, Sides, Step, Tag, Unanswered

SUM = 2313598867
ROUTINE = Routine(
    name='ball-roll',
    title='Ball under the foot',
    purpose=Purpose.DAILY,
    part=Part.FOOT,
    steps=(
        Step(
            name='Before you roll',
            how='These can be signs of a clot. If you are not sure, say so.',
            ask=Ask(
                text='Is one leg swollen, hot, red or darker? Does it hurt more as the foot bends up?',
                if_yes='signs',
                wait=60,
                unanswered=Unanswered.SKIP,
                guards=1,
            ),
            sources=('nhs-dvt', 'bmc-massage-embolism',),
        ),
        Step(
            name='Roll the ball',
            say='Roll the ball under your foot. Lightly.',
            how='Sit. Roll the ball from the heel to the toes and back. Press only as much as feels good.',
            partner='Put the ball under the foot, and take it away after.',
            figure='ball-roll',
            sides=Sides.EACH,
            moves=(Move(name='roll', seconds=120),),
            sources=('aofas-ball-towel', 'article-1', 'article-2',),
            adapt=(
                Adaptation(
                    tag=Tag.PREGNANT,
                    why='In pregnancy a clot may be hidden.',
                    caution='Roll lightly. Never press deep.',
                ),
                Adaptation(
                    tag=Tag.LATE_PREGNANCY,
                    why='It is hard to reach your feet now.',
                    caution="Can't reach the floor? Let a helper place the ball.",
                ),
            ),
        ),
        Step(
            name='Towel curls',
            say='Pull a towel closer with your toes.',
            how='Lay a towel flat under your foot. Pull it closer with your toes, then let it go.',
            figure='towel-curl',
            sides=Sides.EACH,
            moves=(Move(name='curl', seconds=2), Move(name='let go', seconds=2),),
            repetitions=5,
            sources=('aofas-ball-towel', 'our-choice',),
        ),
        Step(
            name='Toe lifts',
            say='Heel down. Lift your toes, and lower them.',
            how='Keep the heel on the floor. Lift the toes, and let them down.',
            figure='seated-heel-toe-raise',
            sides=Sides.EACH,
            moves=(Move(name='toes up', seconds=1), Move(name='toes down', seconds=1),),
            repetitions=10,
            sources=('article-1', 'our-choice',),
        ),
    ),
    about='Roll, curl and lift. Seated.',
    label='It may feel good. We know of no trial for cramps.',
    position='Sitting',
    cautions=(
        'Not on a wound, a blister or sore skin.',
        'Stay seated. A ball on the floor is easy to slip on.',
    ),
    notes=('Put the ball away when you have done.',),
    adapt=(
        RoutineAdaptation(
            tag=Tag.CLOT_RISK,
            why='Your risk of a clot is raised. No ball.',
            instead='foot-exercises',
        ),
        RoutineAdaptation(
            tag=Tag.VARICOSE_VEINS,
            why='You have varicose veins. No ball on them.',
            instead='foot-exercises',
        ),
        RoutineAdaptation(
            tag=Tag.DIABETES,
            why='With diabetes, keep your shoes on. No ball.',
            instead='foot-exercises',
        ),
        RoutineAdaptation(
            tag=Tag.REDUCED_SENSATION,
            why='You may not feel a sore spot. No ball.',
            instead='foot-exercises',
        ),
        RoutineAdaptation(
            tag=Tag.RECENT_INJURY,
            why='You have a new injury.',
            caution='Leave the sore foot out. See a doctor for a pop, a bruise or a weak foot.',
        ),
        RoutineAdaptation(
            tag=Tag.PREGNANT,
            why='You are pregnant.',
            caution='Stop if your calf hurts or swells, or if you feel dizzy. Stop if you bleed or have contractions.',
        ),
        RoutineAdaptation(tag=Tag.FLAT_FEET, why='You have flat feet.', caution='Leave out what hurts.'),
    ),
)
NEEDED = 350
