"""Packed from routines/figures/wrist-circle.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.figures.figure import Action, Figure, Item, Muscle, Pose, SkeletonKind, Spot, Thing

SUM = 1953466239
FIGURE = Figure(
    name='wrist-circle',
    title='Wrist circle',
    shows='Both hands point up. They turn in slow circles at the wrist.',
    skeleton=SkeletonKind.HAND,
    poses={
        'right': Pose(
            name='right',
            angles={
                'near_arm': 90.0,
                'far_arm': 90.0,
                'near_wrist': -36.0,
                'far_wrist': -36.0,
                'near_knuckles': 12.0,
                'far_knuckles': 12.0,
            },
            pins={'near_elbow': Spot(), 'far_elbow': Spot(x=1.1),},
        ),
        'front-right': Pose(
            name='front-right',
            angles={
                'near_arm': 90.0,
                'far_arm': 90.0,
                'near_wrist': -25.0,
                'far_wrist': -25.0,
                'near_knuckles': 23.0,
                'far_knuckles': 23.0,
            },
            pins={'near_elbow': Spot(y=-0.1), 'far_elbow': Spot(x=1.1, y=-0.1),},
        ),
        'front': Pose(
            name='front',
            angles={
                'near_arm': 90.0,
                'far_arm': 90.0,
                'near_wrist': 0.0,
                'far_wrist': 0.0,
                'near_knuckles': 27.0,
                'far_knuckles': 27.0,
            },
            pins={'near_elbow': Spot(y=-0.14), 'far_elbow': Spot(x=1.1, y=-0.14),},
        ),
        'front-left': Pose(
            name='front-left',
            angles={
                'near_arm': 90.0,
                'far_arm': 90.0,
                'near_wrist': 25.0,
                'far_wrist': 25.0,
                'near_knuckles': 23.0,
                'far_knuckles': 23.0,
            },
            pins={'near_elbow': Spot(y=-0.1), 'far_elbow': Spot(x=1.1, y=-0.1),},
        ),
        'left': Pose(
            name='left',
            angles={
                'near_arm': 90.0,
                'far_arm': 90.0,
                'near_wrist': 36.0,
                'far_wrist': 36.0,
                'near_knuckles': 12.0,
                'far_knuckles': 12.0,
            },
            pins={'near_elbow': Spot(), 'far_elbow': Spot(x=1.1),},
        ),
        'back-left': Pose(
            name='back-left',
            angles={
                'near_arm': 90.0,
                'far_arm': 90.0,
                'near_wrist': 25.0,
                'far_wrist': 25.0,
                'near_knuckles': 1.0,
                'far_knuckles': 1.0,
            },
            pins={'near_elbow': Spot(y=0.1), 'far_elbow': Spot(x=1.1, y=0.1),},
        ),
        'back': Pose(
            name='back',
            angles={
                'near_arm': 90.0,
                'far_arm': 90.0,
                'near_wrist': 0.0,
                'far_wrist': 0.0,
                'near_knuckles': -3.0,
                'far_knuckles': -3.0,
            },
            pins={'near_elbow': Spot(y=0.14), 'far_elbow': Spot(x=1.1, y=0.14),},
        ),
        'back-right': Pose(
            name='back-right',
            angles={
                'near_arm': 90.0,
                'far_arm': 90.0,
                'near_wrist': -25.0,
                'far_wrist': -25.0,
                'near_knuckles': 1.0,
                'far_knuckles': 1.0,
            },
            pins={'near_elbow': Spot(y=0.1), 'far_elbow': Spot(x=1.1, y=0.1),},
        ),
    },
    start='right',
    moves={
        'circle': Action(
            poses=(
                'front-right',
                'front',
                'front-left',
                'left',
                'back-left',
                'back',
                'back-right',
                'right',
            ),
            every=2000,
        ),
        'circle back': Action(
            poses=(
                'back-right',
                'back',
                'back-left',
                'left',
                'front-left',
                'front',
                'front-right',
                'right',
            ),
            every=2000,
        ),
    },
    works=Muscle.FOREARM,
    scenery=(
        Item(
            thing=Thing.TOWEL,
            size=(0.3, 0.03,),
            through=(
                Spot(x=0.47, y=1.19),
                Spot(x=0.4, y=1.13),
                Spot(x=0.12, y=1.23),
                Spot(x=-0.26, y=1.29),
                Spot(x=-0.48, y=1.32),
                Spot(x=-0.41, y=1.47),
                Spot(x=-0.09, y=1.57),
                Spot(x=0.29, y=1.43),
                Spot(x=0.47, y=1.19),
            ),
        ),
        Item(
            thing=Thing.TOWEL,
            size=(0.3, 0.03,),
            through=(
                Spot(x=1.57, y=1.19),
                Spot(x=1.5, y=1.13),
                Spot(x=1.22, y=1.23),
                Spot(x=0.84, y=1.29),
                Spot(x=0.62, y=1.32),
                Spot(x=0.69, y=1.47),
                Spot(x=1.01, y=1.57),
                Spot(x=1.39, y=1.43),
                Spot(x=1.57, y=1.19),
            ),
        ),
    ),
)
