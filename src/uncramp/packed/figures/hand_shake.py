"""Packed from routines/figures/hand-shake.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.figures.figure import Action, Figure, Pose, SkeletonKind, Spot

SUM = 2552148365
FIGURE = Figure(
    name='hand-shake',
    title='Hands shaken loose',
    shows='Both hands hang down and shake loosely.',
    skeleton=SkeletonKind.HAND,
    poses={
        'one': Pose(
            name='one',
            angles={
                'near_arm': -90.0,
                'far_arm': -90.0,
                'near_wrist': 32.0,
                'far_wrist': 32.0,
                'near_knuckles': -5.0,
                'far_knuckles': -5.0,
                'near_fingers': 5.0,
                'far_fingers': 5.0,
            },
            pins={'near_elbow': Spot(), 'far_elbow': Spot(x=0.85),},
        ),
        'other': Pose(
            name='other',
            angles={
                'near_arm': -90.0,
                'far_arm': -90.0,
                'near_wrist': -32.0,
                'far_wrist': -32.0,
                'near_knuckles': 40.0,
                'far_knuckles': 40.0,
                'near_fingers': 25.0,
                'far_fingers': 25.0,
            },
            pins={'near_elbow': Spot(), 'far_elbow': Spot(x=0.85),},
        ),
    },
    start='one',
    moves={'shake': Action(poses=('other', 'one',), every=600),},
)
