"""Packed from routines/foot-bath.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.domain.routine import Adaptation, Ask, Move, Part, Purpose, Replacement, Routine, RoutineAdaptation, Sides, Step, Tag, Unanswered

SUM = 1862372498
ROUTINE = Routine(
    name='foot-bath',
    title='Warm and cool foot bath',
    purpose=Purpose.BATH,
    part=Part.FOOT,
    steps=(
        Step(
            name='Before the bath',
            how='These can be signs of a clot. If you are not sure, say so.',
            ask=Ask(
                text='Is one leg swollen, hot, red or darker? Does it hurt more as the foot bends up?',
                if_yes='signs',
                wait=60,
                unanswered=Unanswered.SKIP,
                guards=4,
            ),
            sources=('nhs-dvt',),
        ),
        Step(
            name='Look at your feet',
            how='Then this bath is not for you. Foot exercises are.',
            ask=Ask(
                text='Is your skin broken, or is the blood flow in your legs poor?',
                if_yes='foot-exercises',
                wait=60,
                unanswered=Unanswered.SKIP,
                guards=3,
            ),
            sources=('podiapaedia-contrast-bath', 'mpft-heat',),
        ),
        Step(
            name='Warm, then cool',
            say='Feet in the warm bowl. Then in the cool one.',
            how='37 °C in the warm bowl for 2 minutes. Then 32 °C in the cool bowl for 1 minute. Four times in all.',
            partner='Check the water in both bowls, and move them.',
            figure='foot-bath',
            sides=Sides.BOTH,
            moves=(Move(name='warm', seconds=120), Move(name='cool', seconds=60),),
            repetitions=4,
            sources=('article-1', 'podiapaedia-contrast-bath', 'our-choice',),
            adapt=(
                Adaptation(
                    tag=Tag.PREGNANT,
                    why='In pregnancy, 35 °C is the most.',
                    replace=Replacement(
                        say='Feet in the mild bowl. Then in the cool one.',
                        how='35 °C at most in the mild bowl for 1 minute. Then 32 °C in the cool bowl for 1 minute. Four times in all.',
                        moves=(Move(name='mild', seconds=60), Move(name='cool', seconds=60),),
                        sources=('article-1', 'rcog-heat', 'our-choice',),
                    ),
                ),
            ),
        ),
        Step(
            name='End as you like it',
            say='Last, the bowl that feels best.',
            how='Put both feet in the bowl that feels best, no warmer than before. Let them rest.',
            partner='Lay out the towel.',
            figure='foot-bath',
            sides=Sides.BOTH,
            moves=(Move(name='rest', seconds=120),),
            sources=('article-1', 'our-choice',),
            adapt=(
                Adaptation(
                    tag=Tag.PREGNANT,
                    why='In pregnancy, keep it brief.',
                    replace=Replacement(
                        say='Last, the bowl that feels best.',
                        how='Put both feet in the bowl that feels best, at 35 °C or less. Let them rest.',
                        moves=(Move(name='rest', seconds=60),),
                        sources=('article-1', 'rcog-heat', 'our-choice',),
                    ),
                ),
            ),
        ),
        Step(
            name='Dry your feet',
            say='Dry your feet, and between the toes.',
            how='Stay seated. Dry both feet well, also between the toes. Then dry the floor before you stand.',
            partner='Dry the feet, and wipe the floor.',
            figure='foot-dry',
            sides=Sides.BOTH,
            moves=(Move(name='dry', seconds=30),),
            sources=('our-choice',),
            adapt=(
                Adaptation(
                    tag=Tag.LATE_PREGNANCY,
                    why='It is hard to reach your feet now.',
                    caution="Can't reach your feet? Rub them on a towel on the floor, or let a helper dry them.",
                ),
            ),
        ),
    ),
    about='Two bowls, a little warm and cool.',
    label='Comfort only; unproven. Do it if it feels good.',
    position='Sitting, two bowls and a towel at hand',
    cautions=(
        'Check the water with a thermometer. Do not guess.',
        'Wet feet slip. Stay seated until your feet and the floor are dry.',
    ),
    notes=(
        'You need two bowls, a thermometer and a towel. Have all of it ready before you start.',
        'The two bowls are only a few degrees apart. We keep it small and mild.',
        'We leave out hot water and mustard. They burn.',
    ),
    adapt=(
        RoutineAdaptation(
            tag=Tag.CLOT_RISK,
            why='Your risk of a clot is raised. No foot bath.',
            instead='foot-exercises',
        ),
        RoutineAdaptation(
            tag=Tag.VARICOSE_VEINS,
            why='You have varicose veins. No heat on them.',
            instead='foot-exercises',
        ),
        RoutineAdaptation(
            tag=Tag.DIABETES,
            why='With diabetes, do not soak your feet.',
            instead='foot-exercises',
        ),
        RoutineAdaptation(
            tag=Tag.REDUCED_SENSATION,
            why='You may not feel a burn. No foot bath.',
            instead='foot-exercises',
        ),
        RoutineAdaptation(
            tag=Tag.RECENT_INJURY,
            why='You have a new injury.',
            caution='Leave the sore foot out. See a doctor for a pop, a bruise or a weak foot.',
        ),
        RoutineAdaptation(
            tag=Tag.BALANCE_PROBLEM,
            why='You may fall.',
            caution='Have someone near who moves the bowls. Do not stand up with wet feet.',
        ),
        RoutineAdaptation(
            tag=Tag.PREGNANT,
            why='In pregnancy, do not get too hot.',
            caution='Keep it mild and brief. Stop if you feel hot or dizzy, or if your calf hurts or swells. Stop if you bleed or have contractions.',
        ),
    ),
)
NEEDED = 885
