"""Packed from routines/cramp-calf.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.domain.routine import Adaptation, Ask, Move, Part, Purpose, Replacement, Routine, RoutineAdaptation, Sides, Step, Tag, Unanswered

SUM = 3305204100
ROUTINE = Routine(
    name='cramp-calf',
    title='Calf cramp, right now',
    purpose=Purpose.FIRST_AID,
    part=Part.CALF,
    steps=(
        Step(
            name='Pull your toes toward you',
            say='Pull your toes toward your shin. Slowly.',
            how='Sit with your other foot on the floor. Keep the cramped leg straight, the heel pushed away. Take your toes, or loop a towel round the foot. Draw them slowly to your shin, and hold. Breathe.',
            partner='Hold the heel in one hand. With the other, lean the ball of the foot slowly toward the shin. Hold it there. Stop if it hurts more.',
            figure='seated-toe-pull',
            sides=Sides.AFFECTED,
            moves=(Move(name='pull', seconds=30), Move(name='ease', seconds=10),),
            until_relief=True,
            at_most=5,
            offer_after=2,
            otherwise='cramp-calf-standing',
            sources=(
                'aaos-hold',
                'merck-runners-stretch',
                'hallegraeff-2012-protocol',
                'mayo-muscle-cramp',
                'article-1',
                'article-2',
            ),
            adapt=(
                Adaptation(
                    tag=Tag.LATE_PREGNANCY,
                    why='It is hard to reach your toes now.',
                    replace=Replacement(
                        say='Loop a towel round your foot. Pull it slowly.',
                        how='Sit up with your back against something. Keep the cramped leg straight, the heel pushed away. Loop a towel or a sheet round the ball of the foot. Draw it slowly to you, and hold. Breathe.',
                        figure='towel-pull',
                        sources=(
                            'aaos-hold',
                            'merck-runners-stretch',
                            'hallegraeff-2012-protocol',
                            'kkh-towel-ankle',
                        ),
                    ),
                ),
                Adaptation(
                    tag=Tag.BALANCE_PROBLEM,
                    why='With a towel you need not lean out.',
                    replace=Replacement(
                        say='Loop a towel round your foot. Pull it slowly.',
                        how='Stay seated, with your back against something. Keep the cramped leg straight, the heel pushed away. Loop a towel or a sheet round the ball of the foot. Draw it slowly to you, and hold. Breathe.',
                        figure='towel-pull',
                        sources=(
                            'aaos-hold',
                            'merck-runners-stretch',
                            'hallegraeff-2012-protocol',
                            'kkh-towel-ankle',
                        ),
                    ),
                ),
            ),
        ),
        Step(
            name='Before you rub',
            how='These can be signs of a clot. Rubbing a clot is dangerous. If you are not sure, say so.',
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
            name='Rub the calf',
            say='Rub the calf. Gently, and upward.',
            how='Use your flat hand. Stroke from the ankle toward the knee, never deep and never hard. Stop if it hurts.',
            partner='Use your flat hand. Stroke from the ankle toward the knee, gently. Never press deep.',
            figure='calf-rub',
            sides=Sides.AFFECTED,
            moves=(Move(name='rub', seconds=60),),
            sources=('nhs-leg-cramps', 'hse-pregnancy-cramps', 'article-1', 'our-choice',),
            adapt=(
                Adaptation(
                    tag=Tag.RECENT_INJURY,
                    why='You have a new injury. No rubbing on it.',
                    skip=True,
                ),
                Adaptation(tag=Tag.CLOT_RISK, why='Your risk of a clot is raised. No rubbing.', skip=True),
                Adaptation(
                    tag=Tag.VARICOSE_VEINS,
                    why='You have varicose veins. No rubbing over them.',
                    skip=True,
                ),
                Adaptation(
                    tag=Tag.PREGNANT,
                    why='In pregnancy a clot may be hidden.',
                    caution='Light strokes only. Never deep.',
                ),
            ),
        ),
        Step(
            name='Walk about',
            say='Now walk about. Or shake the leg.',
            how="Walk slowly through the room, heels down. If you can't walk yet, sit and shake the leg loose.",
            partner='Lend an arm until the first steps are steady.',
            figure='walking',
            position='Standing',
            moves=(Move(name='walk', seconds=120),),
            sources=('article-2', 'cleveland-leg-cramps',),
            adapt=(
                Adaptation(
                    tag=Tag.RECENT_INJURY,
                    why='You have a new injury. Do not load the leg.',
                    skip=True,
                ),
                Adaptation(
                    tag=Tag.BALANCE_PROBLEM,
                    why='You may fall. Stay seated.',
                    replace=Replacement(
                        name='Shake the leg loose',
                        say='Stay seated. Shake the leg loose.',
                        how='Stay seated. Lift the leg a little and shake it softly. Rest when you like.',
                        partner='Stay close, so that nobody slips off the chair.',
                        figure='leg-shake',
                        position='Sitting, or in bed',
                        moves=(Move(name='shake', seconds=120),),
                        sources=('article-2', 'our-choice',),
                    ),
                ),
                Adaptation(
                    tag=Tag.DIABETES,
                    why='With diabetes, never go barefoot.',
                    caution='Put shoes on first. Look at your skin after.',
                ),
                Adaptation(
                    tag=Tag.REDUCED_SENSATION,
                    why='You may not feel a small wound.',
                    caution='Put shoes on first. Look at your skin after.',
                ),
                Adaptation(
                    tag=Tag.FLAT_FEET,
                    why='You have flat feet.',
                    caution='A shoe that holds your foot may help.',
                ),
            ),
        ),
        Step(
            name='Keep it warm',
            say='Lay a warm, wrapped pack on the calf.',
            how='Wrap a warm pack in a cloth. 10 minutes are enough, 15 are the most. Stay awake. Take it off if it feels hot.',
            figure='warm-pack',
            position='Sitting, or in bed',
            sides=Sides.AFFECTED,
            moves=(Move(name='warm', seconds=600),),
            optional=True,
            sources=('mpft-heat',),
            adapt=(
                Adaptation(tag=Tag.RECENT_INJURY, why='You have a new injury. No heat on it.', skip=True),
                Adaptation(tag=Tag.CLOT_RISK, why='Your risk of a clot is raised. No heat.', skip=True),
                Adaptation(
                    tag=Tag.VARICOSE_VEINS,
                    why='You have varicose veins. No heat on them.',
                    skip=True,
                ),
                Adaptation(tag=Tag.DIABETES, why='With diabetes, no heat on the legs.', skip=True),
                Adaptation(tag=Tag.REDUCED_SENSATION, why='You may not feel a burn. No heat.', skip=True),
                Adaptation(
                    tag=Tag.PREGNANT,
                    why='In pregnancy, do not get too hot.',
                    caution='Keep it mild and brief.',
                ),
            ),
        ),
        Step(
            name='Raise your legs',
            say='Lie back. Rest your legs on a pillow.',
            how='Raise your legs a little, as high as a pillow or two (15 to 30 cm). Breathe, and let them go heavy.',
            partner='Slide a pillow under the calves.',
            figure='legs-raised-pillow',
            position='Lying down',
            sides=Sides.BOTH,
            moves=(Move(name='rest', seconds=300),),
            optional=True,
            sources=('article-2', 'marshfield-legs-raised',),
            adapt=(
                Adaptation(
                    tag=Tag.FROM_WEEK_16,
                    why='From week 16, do not lie flat on your back.',
                    replace=Replacement(
                        say='Lean back, well propped up. Rest your legs raised.',
                        how='Prop your back up with pillows, or lie on either side with a pillow under the legs. Do not lie flat on your back.',
                        partner='Put pillows behind the back and under the legs.',
                        figure='legs-raised-propped',
                        position='Propped up, or on a side',
                        sources=(
                            'article-2',
                            'marshfield-legs-raised',
                            'nhs-choices-back',
                            'fiona-stanley-pregnancy',
                        ),
                    ),
                ),
            ),
        ),
    ),
    about='Stretch it. Then rub, and walk.',
    position='Sitting, or in bed',
    cautions=(
        'Pull slowly. A hard pull can strain the muscle.',
        'Does the pain stay, or get worse as your foot bends up? Stop, and see the warning signs.',
    ),
    notes=(
        'A cramp lasts from seconds to 10 minutes. The muscle may be sore for a day.',
        'We leave out pins, force, very hot water and all that burns. They do harm.',
    ),
    adapt=(
        RoutineAdaptation(
            tag=Tag.RECENT_INJURY,
            why='You have a new injury.',
            caution='A pop, a bruise or a weak leg is no cramp. See a doctor.',
        ),
        RoutineAdaptation(
            tag=Tag.CLOT_RISK,
            why='Your risk of a clot is raised.',
            caution='Pain in one calf that stays may be a clot. See the warning signs.',
        ),
        RoutineAdaptation(
            tag=Tag.PREGNANT,
            why='You are pregnant.',
            caution='Stop if your calf hurts or swells, or if you feel dizzy. Stop if you bleed or have contractions.',
        ),
    ),
)
NEEDED = 180
