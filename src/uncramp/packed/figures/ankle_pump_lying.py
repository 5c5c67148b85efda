"""Packed from routines/figures/ankle-pump-lying.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.figures.figure import Action, Figure, Item, Muscle, Pose, Spot, Thing

SUM = 1519414568
FIGURE = Figure(
    name='ankle-pump-lying',
    title='Ankle pump, lying',
    shows='A person lies with the calves on a pillow. One foot moves up and down.',
    poses={
        'down': Pose(
            name='down',
            angles={
                'lean': -90.0,
                'near_shoulder': 2.0,
                'near_elbow': 10.0,
                'far_shoulder': 8.0,
                'far_elbow': 10.0,
                'head': 14.0,
                'near_ankle': -42.0,
                'far_ankle': -10.0,
            },
            pins={'hip': Spot(y=0.085),},
            reach={'near_ankle': Spot(x=0.37, y=0.27), 'far_ankle': Spot(x=0.36, y=0.235),},
        ),
        'up': Pose(
            name='up',
            angles={
                'lean': -90.0,
                'near_shoulder': 2.0,
                'near_elbow': 10.0,
                'far_shoulder': 8.0,
                'far_elbow': 10.0,
                'head': 14.0,
                'near_ankle': 32.0,
                'far_ankle': -10.0,
            },
            pins={'hip': Spot(y=0.085),},
            reach={'near_ankle': Spot(x=0.37, y=0.27), 'far_ankle': Spot(x=0.36, y=0.235),},
        ),
    },
    start='down',
    moves={'pump': Action(poses=('up', 'down',), every=1000),},
    works=Muscle.CALF,
    scenery=(
        Item(thing=Thing.BED, size=(1.06, 0.05,)),
        Item(thing=Thing.PILLOW, at=Spot(x=-0.42, y=0.035), size=(0.2, 0.07,)),
        Item(thing=Thing.PILLOW, at=Spot(x=0.27, y=0.05), size=(0.24, 0.1,)),
        Item(thing=Thing.PILLOW, at=Spot(x=0.27, y=0.14), size=(0.2, 0.09,)),
        Item(thing=Thing.ARROW, through=(Spot(x=0.54, y=0.3), Spot(x=0.54, y=0.42),)),
        Item(thing=Thing.ARROW, through=(Spot(x=0.54, y=0.3), Spot(x=0.54, y=0.18),)),
    ),
)
