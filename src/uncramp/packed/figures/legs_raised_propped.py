"""Packed from routines/figures/legs-raised-propped.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.figures.figure import Action, Figure, Item, Pose, Spot, Thing

SUM = 3927720340
FIGURE = Figure(
    name='legs-raised-propped',
    title='Legs raised, propped up',
    shows='A person leans back on pillows, with the legs raised on another.',
    poses={
        'lie': Pose(
            name='lie',
            angles={'lean': -45.0, 'head': 6.0, 'near_ankle': -12.0, 'far_ankle': -20.0,},
            pins={'hip': Spot(y=0.085),},
            reach={
                'near_ankle': Spot(x=0.42, y=0.23),
                'far_ankle': Spot(x=0.425, y=0.21),
                'near_hand': Spot(on='front', along=0.2, out=0.02),
                'far_hand': Spot(on='front', along=0.1, out=0.03),
            },
        ),
    },
    start='lie',
    moves={'rest': Action(poses=('lie',)),},
    scenery=(
        Item(thing=Thing.BED, at=Spot(x=0.08), size=(0.98, 0.05,)),
        Item(thing=Thing.PILLOW, at=Spot(x=-0.22, y=0.05), size=(0.36, 0.1,)),
        Item(thing=Thing.PILLOW, at=Spot(x=-0.25, y=0.15), size=(0.3, 0.1,)),
        Item(thing=Thing.PILLOW, at=Spot(x=-0.22, y=0.25), size=(0.36, 0.1,), turn=-45.0),
        Item(thing=Thing.PILLOW, at=Spot(x=0.36, y=0.05), size=(0.3, 0.1,)),
        Item(thing=Thing.PILLOW, at=Spot(x=0.36, y=0.14), size=(0.26, 0.09,)),
    ),
)
