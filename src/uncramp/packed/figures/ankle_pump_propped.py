"""Packed from routines/figures/ankle-pump-propped.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.figures.figure import Action, Figure, Item, Muscle, Pose, Spot, Thing

SUM = 3605525833
FIGURE = Figure(
    name='ankle-pump-propped',
    title='Ankle pump, propped up',
    shows='A person leans back on pillows, with the legs raised on another. One foot moves up and down.',
    poses={
        'down': Pose(
            name='down',
            angles={'lean': -45.0, 'head': 10.0, 'near_ankle': -42.0, 'far_ankle': -10.0,},
            pins={'hip': Spot(y=0.085),},
            reach={
                'near_ankle': Spot(x=0.37, y=0.27),
                'far_ankle': Spot(x=0.36, y=0.235),
                'near_hand': Spot(on='front', along=0.2, out=0.02),
                'far_hand': Spot(on='front', along=0.1, out=0.03),
            },
        ),
        'up': Pose(
            name='up',
            angles={'lean': -45.0, 'head': 10.0, 'near_ankle': 32.0, 'far_ankle': -10.0,},
            pins={'hip': Spot(y=0.085),},
            reach={
                'near_ankle': Spot(x=0.37, y=0.27),
                'far_ankle': Spot(x=0.36, y=0.235),
                'near_hand': Spot(on='front', along=0.2, out=0.02),
                'far_hand': Spot(on='front', along=0.1, out=0.03),
            },
        ),
    },
    start='down',
    moves={'pump': Action(poses=('up', 'down',), every=1000),},
    works=Muscle.CALF,
    scenery=(
        Item(thing=Thing.BED, at=Spot(x=0.08), size=(0.98, 0.05,)),
        Item(thing=Thing.PILLOW, at=Spot(x=-0.22, y=0.05), size=(0.36, 0.1,)),
        Item(thing=Thing.PILLOW, at=Spot(x=-0.25, y=0.15), size=(0.3, 0.1,)),
        Item(thing=Thing.PILLOW, at=Spot(x=-0.22, y=0.25), size=(0.36, 0.1,), turn=-45.0),
        Item(thing=Thing.PILLOW, at=Spot(x=0.27, y=0.05), size=(0.24, 0.1,)),
        Item(thing=Thing.PILLOW, at=Spot(x=0.27, y=0.14), size=(0.2, 0.09,)),
        Item(thing=Thing.ARROW, through=(Spot(x=0.54, y=0.3), Spot(x=0.54, y=0.42),)),
        Item(thing=Thing.ARROW, through=(Spot(x=0.54, y=0.3), Spot(x=0.54, y=0.18),)),
    ),
)
