"""Packed from routines/desk-break.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.domain.routine import Adaptation, Move, Part, Purpose, Routine, RoutineAdaptation, Sides, Step, Tag

SUM = 2649989585
ROUTINE = Routine(
    name='desk-break',
    title='Break at the desk',
    purpose=Purpose.BREAK,
    part=Part.LEG,
    steps=(
        Step(
            name='Heels up',
            say='Uncross your legs. Heels up, heels down.',
            how='Sit with both feet flat on the floor. Raise the heels and let them down. The toes stay.',
            figure='seated-heel-toe-raise',
            sides=Sides.BOTH,
            moves=(Move(name='heels up', seconds=1), Move(name='heels down', seconds=1),),
            repetitions=10,
            sources=('nhs-sitting', 'article-1', 'our-choice',),
            adapt=(
                Adaptation(tag=Tag.RECENT_INJURY, why='You have a new injury. No raises.', skip=True),
            ),
        ),
        Step(
            name='Toes up',
            say='Now toes up, toes down.',
            how='Sit with both feet flat on the floor. Raise the toes and let them down. The heels stay.',
            figure='seated-heel-toe-raise',
            sides=Sides.BOTH,
            moves=(Move(name='toes up', seconds=1), Move(name='toes down', seconds=1),),
            repetitions=10,
            sources=('nhs-sitting', 'article-1', 'our-choice',),
        ),
        Step(
            name='Stand up and walk',
            say='Stand up, and walk about.',
            how='Leave the desk. Walk through the room, or to get a glass of water.',
            figure='walking',
            position='Standing',
            moves=(Move(name='walk', seconds=300),),
            optional=True,
            sources=('hse-uk-breaks',),
            adapt=(
                Adaptation(
                    tag=Tag.RECENT_INJURY,
                    why='You have a new injury. Do not load the leg.',
                    skip=True,
                ),
                Adaptation(
                    tag=Tag.BALANCE_PROBLEM,
                    why='You may fall. The part in the chair is for you.',
                    skip=True,
                ),
                Adaptation(
                    tag=Tag.FLAT_FEET,
                    why='You have flat feet.',
                    caution='Wear a shoe that holds your foot.',
                ),
            ),
        ),
    ),
    about='Heels, toes, and a short walk.',
    label='It keeps your legs moving. It may help; we know of no trial for cramps.',
    position='Sitting',
    cautions=('Does one leg swell, or hurt and stay so? See the warning signs.',),
    notes=('Every 30 minutes do the part in the chair. Every 60 minutes walk as well.',),
    adapt=(
        RoutineAdaptation(
            tag=Tag.CLOT_RISK,
            why='Your risk of a clot is raised.',
            caution='Pain in one calf that stays may be a clot. See the warning signs.',
        ),
        RoutineAdaptation(
            tag=Tag.RECENT_INJURY,
            why='You have a new injury.',
            caution='Leave out what hurts. See a doctor for a pop, a bruise or a weak leg.',
        ),
        RoutineAdaptation(
            tag=Tag.PREGNANT,
            why='You are pregnant.',
            caution='Stop if your calf hurts or swells, or if you feel dizzy. Stop if you bleed or have contractions.',
        ),
        RoutineAdaptation(
            tag=Tag.DIABETES,
            why='With diabetes, never go barefoot.',
            caution='Keep your shoes on. Look at your skin in the evening.',
        ),
        RoutineAdaptation(
            tag=Tag.REDUCED_SENSATION,
            why='You may not feel a small wound.',
            caution='Keep your shoes on. Look at your skin in the evening.',
        ),
    ),
)
NEEDED = 50
