"""Packed from routines/figures/ankle-pump.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.figures.figure import Action, Figure, Item, Muscle, Pose, Spot, Thing

SUM = 388426394
FIGURE = Figure(
    name='ankle-pump',
    title='Ankle pump',
    shows='A person sits with one foot lifted. The toes come up toward the shin, then point down a little.',
    poses={
        'down': Pose(
            name='down',
            angles={'lean': -6.0, 'head': 12.0, 'near_ankle': -32.0, 'near_toes': -8.0,},
            pins={'hip': Spot(y=0.325),},
            reach={
                'near_ankle': Spot(x=0.42, y=0.15),
                'far_heel': Spot(x=0.2),
                'near_hand': Spot(on='near_thigh', along=0.45),
                'far_hand': Spot(on='far_thigh', along=0.6),
            },
            level={'far_sole': 0.0,},
        ),
        'up': Pose(
            name='up',
            angles={'lean': -6.0, 'head': 12.0, 'near_ankle': 26.0, 'near_toes': 25.0,},
            pins={'hip': Spot(y=0.325),},
            reach={
                'near_ankle': Spot(x=0.42, y=0.15),
                'far_heel': Spot(x=0.2),
                'near_hand': Spot(on='near_thigh', along=0.45),
                'far_hand': Spot(on='far_thigh', along=0.6),
            },
            level={'far_sole': 0.0,},
        ),
    },
    start='down',
    moves={'pump': Action(poses=('up', 'down',), every=1000),},
    works=Muscle.CALF,
    scenery=(
        Item(thing=Thing.FLOOR),
        Item(thing=Thing.CHAIR, at=Spot(y=0.25), size=(0.26, 0.3,)),
    ),
)
