"""Packed from routines/cramp-thigh.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.domain.routine import Adaptation, Ask, Move, Part, Purpose, Replacement, Routine, RoutineAdaptation, Sides, Step, Tag, Unanswered

SUM = 1576777741
ROUTINE = Routine(
    name='cramp-thigh',
    title='Thigh cramp, right now',
    purpose=Purpose.FIRST_AID,
    part=Part.THIGH,
    steps=(
        Step(
            name='Front or back?',
            how='With no answer we start with the back of the thigh.',
            ask=Ask(
                text='Is it the front of your thigh?',
                if_yes='front',
                wait=5,
                unanswered=Unanswered.GO_ON,
                guards=1,
                if_no='back',
            ),
        ),
        Step(
            name='Stretch the back of your thigh',
            say='Sit. Leg straight, toes up. Lean forward slowly.',
            how='Sit with the cramped leg straight, the heel down and the toes up. Lean forward from your hips until the back of the thigh pulls. Hold, and breathe. Or stand, hold on to something firm, and press that foot to the floor.',
            partner='Hold the heel, and lean the toes slowly toward the shin. Stop if it hurts more.',
            figure='hamstring-seated',
            position='Sitting',
            sides=Sides.AFFECTED,
            moves=(Move(name='hold', seconds=30), Move(name='ease', seconds=10),),
            repetitions=3,
            when='back',
            sources=('mayo-muscle-cramp', 'hallegraeff-2012-protocol', 'our-choice',),
            adapt=(
                Adaptation(
                    tag=Tag.RECENT_INJURY,
                    why='You have a new injury. Do not load the leg.',
                    replace=Replacement(
                        say='Sit. Leg straight. Pull the towel slowly.',
                        how='Stay seated, the leg straight, with a towel round the foot. Draw the toes slowly up until the back of the thigh pulls a little. Hold, and breathe.',
                        figure='towel-pull-thigh',
                    ),
                ),
                Adaptation(
                    tag=Tag.BALANCE_PROBLEM,
                    why='With a towel you need not lean out or stand.',
                    replace=Replacement(
                        say='Sit. Leg straight. Pull the towel slowly.',
                        how='Stay seated, the leg straight, with a towel round the foot. Draw the toes slowly up until the back of the thigh pulls. Hold, and breathe.',
                        figure='towel-pull-thigh',
                    ),
                ),
                Adaptation(
                    tag=Tag.LATE_PREGNANCY,
                    why='It is hard to lean forward now.',
                    replace=Replacement(
                        say='Sit. Leg straight. Pull the towel slowly.',
                        how='Sit up, the leg straight, with a towel round the foot. Draw the toes slowly up until the back of the thigh pulls. Hold, and breathe.',
                        figure='towel-pull-thigh',
                    ),
                ),
            ),
        ),
        Step(
            name='Stretch the front of your thigh',
            say='Hold a chair. Draw your heel to your buttock.',
            how="Hold a chair that can't slide. Take the foot of the cramped leg and draw the heel toward your buttock. Keep your knees side by side and your back straight. Hold, and breathe.",
            partner='Lend an arm. The leg that stands may be weak.',
            figure='front-thigh-standing',
            position='Standing, holding a chair',
            sides=Sides.AFFECTED,
            moves=(Move(name='hold', seconds=30), Move(name='ease', seconds=10),),
            repetitions=3,
            when='front',
            sources=('mayo-muscle-cramp', 'hallegraeff-2012-protocol', 'our-choice',),
            adapt=(
                Adaptation(
                    tag=Tag.RECENT_INJURY,
                    why='You have a new injury. Do not load the leg.',
                    replace=Replacement(
                        say='Lie on your good side. Draw your heel back.',
                        how='Lie on the side that does not hurt. Take the foot of the upper leg, or loop a towel round it. Draw the heel slowly toward your buttock. Hold, and breathe.',
                        partner='Hold the ankle, and bend the knee slowly. Stop if it hurts more.',
                        figure='front-thigh-lying',
                        position='Lying on the side',
                    ),
                ),
                Adaptation(
                    tag=Tag.BALANCE_PROBLEM,
                    why='You may fall. Do it lying on your side.',
                    replace=Replacement(
                        say='Lie on your good side. Draw your heel back.',
                        how='Lie on the side that does not hurt. Take the foot of the upper leg, or loop a towel round it. Draw the heel slowly toward your buttock. Hold, and breathe.',
                        partner='Hold the ankle, and bend the knee slowly. Stop if it hurts more.',
                        figure='front-thigh-lying',
                        position='Lying on the side',
                    ),
                ),
                Adaptation(
                    tag=Tag.LATE_PREGNANCY,
                    why='Lying on your side is easier now.',
                    replace=Replacement(
                        say='Lie on your good side. Draw your heel back.',
                        how='Lie on the side that does not hurt. Take the foot of the upper leg, or loop a towel round it. Draw the heel slowly toward your buttock. Hold, and breathe.',
                        partner='Hold the ankle, and bend the knee slowly. Stop if it hurts more.',
                        figure='front-thigh-lying',
                        position='Lying on the side',
                    ),
                ),
                Adaptation(
                    tag=Tag.PREGNANT,
                    why='In pregnancy, do not stand on one leg.',
                    replace=Replacement(
                        say='Lie on your good side. Draw your heel back.',
                        how='Lie on the side that does not hurt. Take the foot of the upper leg, or loop a towel round it. Draw the heel slowly toward your buttock. Hold, and breathe.',
                        partner='Hold the ankle, and bend the knee slowly. Stop if it hurts more.',
                        figure='front-thigh-lying',
                        position='Lying on the side',
                        sources=(
                            'mayo-muscle-cramp',
                            'hallegraeff-2012-protocol',
                            'fiona-stanley-pregnancy',
                            'our-choice',
                        ),
                    ),
                ),
                Adaptation(
                    tag=Tag.DIABETES,
                    why='With diabetes, never go barefoot.',
                    caution='Wear shoes when you stand. Look at your skin after.',
                ),
                Adaptation(
                    tag=Tag.REDUCED_SENSATION,
                    why='You may not feel a small wound.',
                    caution='Wear shoes when you stand. Look at your skin after.',
                ),
                Adaptation(
                    tag=Tag.FLAT_FEET,
                    why='You have flat feet.',
                    caution='Wear a shoe that holds your foot when you stand.',
                ),
            ),
        ),
    ),
    about='Front or back. Stretch, hold.',
    position='Sitting',
    cautions=(
        'Go slowly. It should pull, not hurt more.',
        'Does the pain stay, or get worse? Stop, and see the warning signs.',
    ),
    notes=('A cramp lasts from seconds to 10 minutes. The muscle may be sore for a day.',),
    adapt=(
        RoutineAdaptation(
            tag=Tag.RECENT_INJURY,
            why='You have a new injury.',
            caution='A pop, a bruise or a weak leg is no cramp. See a doctor.',
        ),
        RoutineAdaptation(
            tag=Tag.CLOT_RISK,
            why='Your risk of a clot is raised.',
            caution='Pain in one leg that stays may be a clot. See the warning signs.',
        ),
        RoutineAdaptation(
            tag=Tag.PREGNANT,
            why='You are pregnant.',
            caution='Stop if your calf hurts or swells, or if you feel dizzy. Stop if you bleed or have contractions.',
        ),
    ),
)
NEEDED = 120
