"""Packed from routines/foot-exercises.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.domain.routine import Adaptation, Move, Part, Purpose, Routine, RoutineAdaptation, Sides, Step, Tag

SUM = 3115303145
ROUTINE = Routine(
    name='foot-exercises',
    title='Foot exercises',
    purpose=Purpose.DAILY,
    part=Part.FOOT,
    steps=(
        Step(
            name='Feet up and down',
            say='Lift one foot. Move it up and down.',
            how='Lift one foot a little. Bring the toes up to the shin, then down. Never point them hard.',
            figure='ankle-pump',
            sides=Sides.EACH,
            moves=(Move(name='pump', seconds=1),),
            repetitions=30,
            sources=('womenshealth-ie-feet', 'our-choice',),
        ),
        Step(
            name='Circles one way',
            say='Draw slow circles with your foot.',
            how='Lift one foot a little. Turn it in big, slow circles.',
            figure='ankle-circle',
            sides=Sides.EACH,
            moves=(Move(name='circle', seconds=2),),
            repetitions=8,
            sources=('womenshealth-ie-feet', 'our-choice',),
        ),
        Step(
            name='Circles the other way',
            say='Now the circles go the other way.',
            how='Lift one foot a little. Turn it in big, slow circles, the other way round.',
            figure='ankle-circle',
            sides=Sides.EACH,
            moves=(Move(name='circle back', seconds=2),),
            repetitions=8,
            sources=('womenshealth-ie-feet', 'our-choice',),
        ),
    ),
    about='Up, down, and circles. Seated.',
    label='It keeps your feet moving. It may help; we know of no trial for cramps.',
    position='Sitting',
    cautions=(
        'Never hold your toes in a hard point.',
        'Does one leg swell, or hurt and stay so? See the warning signs.',
    ),
    notes=('This is the one to do where rubbing is not for you.',),
    adapt=(
        RoutineAdaptation(
            tag=Tag.CLOT_RISK,
            why='Your risk of a clot is raised.',
            caution='Pain in one calf that stays may be a clot. See the warning signs.',
        ),
        RoutineAdaptation(
            tag=Tag.RECENT_INJURY,
            why='You have a new injury.',
            caution='Leave out what hurts. See a doctor for a pop, a bruise or a weak foot.',
        ),
        RoutineAdaptation(
            tag=Tag.PREGNANT,
            why='You are pregnant.',
            caution='Stop if your calf hurts or swells, or if you feel dizzy. Stop if you bleed or have contractions.',
        ),
        RoutineAdaptation(
            tag=Tag.DIABETES,
            why='With diabetes, never go barefoot.',
            caution='Keep your shoes on. Look at your skin after.',
        ),
        RoutineAdaptation(
            tag=Tag.REDUCED_SENSATION,
            why='You may not feel a small wound.',
            caution='Keep your shoes on. Look at your skin after.',
        ),
        RoutineAdaptation(tag=Tag.FLAT_FEET, why='You have flat feet.', caution='Leave out what hurts.'),
    ),
)
NEEDED = 154
