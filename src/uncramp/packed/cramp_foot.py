"""Packed from routines/cramp-foot.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.domain.routine import Adaptation, Ask, Move, Part, Purpose, Replacement, Routine, RoutineAdaptation, Sides, Step, Tag, Unanswered

SUM = 2336085117
ROUTINE = Routine(
    name='cramp-foot',
    title='Foot or toe cramp',
    purpose=Purpose.FIRST_AID,
    part=Part.FOOT,
    steps=(
        Step(
            name='Pull your toes toward you',
            say='Pull your toes toward your shin. Slowly.',
            how='Sit, and keep the cramped leg straight. Take all your toes and draw them slowly to your shin. Is it the big toe? Then take just that one. Hold, and breathe. Ease, and do it again.',
            partner='Hold the heel in one hand. With the other, lean the toes slowly toward the shin. Hold them there. Stop if it hurts more.',
            figure='seated-toe-pull',
            sides=Sides.AFFECTED,
            moves=(Move(name='pull', seconds=20), Move(name='ease', seconds=10),),
            repetitions=3,
            sources=('article-2', 'our-choice',),
            adapt=(
                Adaptation(
                    tag=Tag.LATE_PREGNANCY,
                    why='It is hard to reach your toes now.',
                    replace=Replacement(
                        say='Loop a towel round your toes. Pull it slowly.',
                        how='Sit up with your back against something. Loop a towel round your toes. Draw it slowly to you, and hold. Breathe. Ease, and do it again.',
                        figure='towel-pull',
                        sources=('article-2', 'kkh-towel-ankle', 'our-choice',),
                    ),
                ),
                Adaptation(
                    tag=Tag.BALANCE_PROBLEM,
                    why='With a towel you need not lean out.',
                    replace=Replacement(
                        say='Loop a towel round your toes. Pull it slowly.',
                        how='Stay seated, with your back against something. Loop a towel round your toes. Draw it slowly to you, and hold. Breathe. Ease, and do it again.',
                        figure='towel-pull',
                        sources=('article-2', 'kkh-towel-ankle', 'our-choice',),
                    ),
                ),
                Adaptation(
                    tag=Tag.DIABETES,
                    why='With diabetes, never go barefoot.',
                    replace=Replacement(
                        say='Shoe on. Loop a towel round it. Pull slowly.',
                        how='Stay seated, with your back against something. Keep the shoe on, and loop a towel round its front. Draw it slowly to you, and hold. Breathe. Ease, and do it again.',
                        partner='Hold the heel of the shoe, and lean its front slowly toward the shin. Stop if it hurts more.',
                        figure='towel-pull',
                        sources=('article-2', 'kkh-towel-ankle', 'healthhub-diabetic-feet', 'our-choice',),
                    ),
                ),
                Adaptation(
                    tag=Tag.REDUCED_SENSATION,
                    why='You may not feel when it is too much.',
                    replace=Replacement(
                        say='Shoe on. Loop a towel round it. Pull slowly.',
                        how='Stay seated, with your back against something. Keep the shoe on, and loop a towel round its front. Draw it slowly to you, and hold. Breathe. Ease, and do it again.',
                        partner='Hold the heel of the shoe, and lean its front slowly toward the shin. Stop if it hurts more.',
                        figure='towel-pull',
                        sources=('article-2', 'kkh-towel-ankle', 'our-choice',),
                    ),
                ),
            ),
        ),
        Step(
            name='Press your foot flat',
            say='Stand. Hold on. Press your whole foot down.',
            how='Stand up and hold on to something firm. Put weight on the cramped foot, heel and toes flat. Breathe.',
            partner='Stand close and lend an arm.',
            figure='standing-press',
            position='Standing',
            sides=Sides.AFFECTED,
            moves=(Move(name='press', seconds=20),),
            sources=('nhs-leg-cramps', 'our-choice',),
            adapt=(
                Adaptation(
                    tag=Tag.RECENT_INJURY,
                    why='You have a new injury. Do not load the foot.',
                    skip=True,
                ),
                Adaptation(
                    tag=Tag.BALANCE_PROBLEM,
                    why='You may fall. Do it seated.',
                    replace=Replacement(
                        say='Stay seated. Press your whole foot down.',
                        how='Stay seated, the foot flat on the floor. Lean on your knee with both hands and press the foot down. Breathe.',
                        partner='Stay close, so that nobody slips off the chair.',
                        figure='seated-press',
                        position='Sitting',
                    ),
                ),
                Adaptation(
                    tag=Tag.LATE_PREGNANCY,
                    why='A chair holds you better now.',
                    replace=Replacement(
                        say='Stand. Hold a chair. Press your whole foot down.',
                        how="Hold a chair that can't slide, with both hands. Put weight on the cramped foot, heel and toes flat. Breathe.",
                        partner='Stand close and lend an arm.',
                        figure='standing-press-chair',
                        position='Standing',
                    ),
                ),
                Adaptation(
                    tag=Tag.FLAT_FEET,
                    why='You have flat feet.',
                    caution='Wear a shoe that holds your foot, if one is near.',
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
            name='Rub the arch',
            say='Rub the arch of your foot. Gently.',
            how='Use your thumb or a flat hand. Stroke from the toes to the heel, never hard. Stop if it hurts.',
            partner='Hold the foot in one hand. Stroke the arch with the other, from the toes to the heel. Never press hard.',
            figure='arch-rub',
            position='Sitting',
            sides=Sides.AFFECTED,
            moves=(Move(name='rub', seconds=60),),
            sources=('nhs-leg-cramps', 'our-choice',),
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
                Adaptation(tag=Tag.DIABETES, why='With diabetes, keep the shoe on. No rubbing.', skip=True),
                Adaptation(
                    tag=Tag.REDUCED_SENSATION,
                    why='You may not feel a sore spot. Keep the shoe on.',
                    skip=True,
                ),
                Adaptation(
                    tag=Tag.PREGNANT,
                    why='In pregnancy a clot may be hidden.',
                    caution='Light strokes only. Never deep.',
                ),
                Adaptation(
                    tag=Tag.LATE_PREGNANCY,
                    why='It is hard to reach your feet now.',
                    caution="Can't reach your foot? Let a helper do it, or leave it out.",
                ),
            ),
        ),
        Step(
            name='Walk about',
            say='Now walk about. Heels down.',
            how="Walk slowly through the room. Set the whole foot down. If you can't walk yet, sit and shake the foot loose.",
            partner='Lend an arm until the first steps are steady.',
            figure='walking',
            position='Standing',
            moves=(Move(name='walk', seconds=120),),
            sources=('article-2', 'cleveland-leg-cramps',),
            adapt=(
                Adaptation(
                    tag=Tag.RECENT_INJURY,
                    why='You have a new injury. Do not load the foot.',
                    skip=True,
                ),
                Adaptation(
                    tag=Tag.BALANCE_PROBLEM,
                    why='You may fall. Stay seated.',
                    replace=Replacement(
                        name='Shake the leg loose',
                        say='Stay seated. Shake the leg loose.',
                        how='Stay seated. Lift the foot a little and shake it softly. Rest when you like.',
                        partner='Stay close, so that nobody slips off the chair.',
                        figure='leg-shake',
                        position='Sitting',
                        moves=(Move(name='shake', seconds=120),),
                        sources=('article-2', 'our-choice',),
                    ),
                ),
                Adaptation(
                    tag=Tag.FLAT_FEET,
                    why='You have flat feet.',
                    caution='Wear a shoe that holds your foot.',
                ),
            ),
        ),
    ),
    about='Pull the toes up. Press. Walk.',
    position='Sitting',
    cautions=(
        'Pull slowly. A hard pull can strain the muscle.',
        'Does the pain stay, or get worse as your foot bends up? Stop, and see the warning signs.',
    ),
    notes=(
        'A cramp lasts from seconds to 10 minutes. The muscle may be sore for a day.',
        'We leave out pins, force, and all that burns. They do harm.',
    ),
    adapt=(
        RoutineAdaptation(
            tag=Tag.RECENT_INJURY,
            why='You have a new injury.',
            caution='A pop, a bruise or a weak foot is no cramp. See a doctor.',
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
        RoutineAdaptation(
            tag=Tag.DIABETES,
            why='With diabetes, never go barefoot.',
            caution='Keep your shoe on the whole time. Look at your skin after.',
        ),
        RoutineAdaptation(
            tag=Tag.REDUCED_SENSATION,
            why='You may not feel a small wound.',
            caution='Keep your shoe on the whole time. Look at your skin after.',
        ),
    ),
)
NEEDED = 290
