"""Packed from routines/figures/hand-open.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.figures.figure import Action, Figure, Muscle, Pose, SkeletonKind, Spot

SUM = 3861644602
FIGURE = Figure(
    name='hand-open',
    title='Hand open',
    shows='One hand gently opens the fingers and the wrist of the other.',
    skeleton=SkeletonKind.HAND,
    poses={
        'eased': Pose(
            name='eased',
            angles={
                'near_arm': 40.0,
                'near_wrist': 8.0,
                'near_knuckles': 45.0,
                'near_fingers': 45.0,
                'near_tips': 30.0,
                'near_thumb': 25.0,
                'far_arm': 215.0,
                'far_wrist': 0.0,
                'far_knuckles': 25.0,
                'far_fingers': 15.0,
                'far_tips': 10.0,
                'far_thumb': 30.0,
            },
            pins={'near_wrist': Spot(), 'far_ends': Spot(on='near_finger', along=0.9, out=0.16),},
        ),
        'opened': Pose(
            name='opened',
            angles={
                'near_arm': 40.0,
                'near_wrist': 62.0,
                'near_knuckles': -8.0,
                'near_fingers': 0.0,
                'near_tips': 0.0,
                'near_thumb': -20.0,
                'far_arm': 205.0,
                'far_wrist': 0.0,
                'far_knuckles': 25.0,
                'far_fingers': 15.0,
                'far_tips': 10.0,
                'far_thumb': 30.0,
            },
            pins={'near_wrist': Spot(), 'far_ends': Spot(on='near_finger', along=0.7, out=0.08),},
        ),
    },
    start='eased',
    moves={'open': Action(poses=('opened',)), 'ease': Action(poses=('eased',)),},
    works=Muscle.HAND,
)
