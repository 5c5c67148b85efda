"""Packed from routines/figures/ball-roll.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.figures.figure import Action, Figure, Item, Muscle, Pose, Spot, Thing

SUM = 2595791790
FIGURE = Figure(
    name='ball-roll',
    title='Ball roll',
    shows='A person sits. One foot rolls a small ball from the heel to the toes and back.',
    poses={
        'toes': Pose(
            name='toes',
            angles={'lean': 2.0, 'head': 16.0,},
            pins={'hip': Spot(y=0.325),},
            reach={
                'near_heel': Spot(x=0.17, y=0.08),
                'far_heel': Spot(x=0.05),
                'near_hand': Spot(on='near_thigh', along=0.55),
                'far_hand': Spot(on='far_thigh', along=0.6),
            },
            level={'near_sole': 12.0, 'far_sole': 0.0,},
            things={'ball': Spot(x=0.31, y=0.055),},
        ),
        'heel': Pose(
            name='heel',
            angles={'lean': 2.0, 'head': 16.0,},
            pins={'hip': Spot(y=0.325),},
            reach={
                'near_heel': Spot(x=0.37, y=0.11),
                'far_heel': Spot(x=0.05),
                'near_hand': Spot(on='near_thigh', along=0.55),
                'far_hand': Spot(on='far_thigh', along=0.6),
            },
            level={'near_sole': 2.0, 'far_sole': 0.0,},
            things={'ball': Spot(x=0.41, y=0.055),},
        ),
    },
    start='toes',
    moves={'roll': Action(poses=('heel', 'toes',), every=4000),},
    works=Muscle.ARCH,
    scenery=(
        Item(thing=Thing.FLOOR),
        Item(thing=Thing.CHAIR, at=Spot(y=0.25), size=(0.26, 0.3,)),
        Item(thing=Thing.BALL, at=Spot(x=0.34, y=0.055), size=(0.11, 0.11,), name='ball'),
    ),
)
