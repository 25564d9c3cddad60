"""A recurrent layer of PyTorch in a notebook: show(layer, x).

Needs anywidget, and gatescope.js (lib/notebook/ of the package, notebook/ of the site) beside this file.
"""

import html
import json
import re
import struct
from pathlib import Path

import anywidget
import traitlets
from IPython.display import display


class Diagram(anywidget.AnyWidget):
    _esm = Path(__file__).with_name("gatescope.js")  # or its address as a string
    link = traitlets.Unicode().tag(sync=True)  # keys of a link: "parts=diagram,transport,timeline&theme=light"
    arrays = traitlets.Any(b"").tag(sync=True)  # bytes: a layer and its sequence, as packed() writes them
    t = traitlets.Int(0).tag(sync=True)  # the timestep shown, from 1; 0: as the link says
    picture = traitlets.Unicode().tag(sync=True)  # the first view as SVG, from the diagram
    view = traitlets.Unicode().tag(sync=True)  # the same as a view file


def packed(tensors, **metadata):
    """Arrays by name in the safetensors format, in float64."""
    header, data = {"__metadata__": metadata}, b""
    for name, tensor in tensors.items():
        values = tensor.detach().cpu().double().contiguous().flatten().tolist()
        start, data = len(data), data + struct.pack(f"<{len(values)}d", *values)
        header[name] = {"dtype": "F64", "shape": list(tensor.shape), "data_offsets": [start, len(data)]}
    text = json.dumps(header).encode()
    return struct.pack("<Q", len(text)) + text + data


def framed(widget, page):
    """The view in a frame that needs no kernel; `page` is the path of offline.html of the site."""
    text = Path(page).read_text(encoding="utf-8")
    view = widget.view.replace("<", "\\u003c")
    for place, content in {
        r'(<script id="view" type="application/json">).*?(</script>)': view,
        r"(<!--picture-->).*?(<!--/picture-->)": widget.picture,
    }.items():
        text = re.sub(place, lambda found: found[1] + content + found[2], text, count=1, flags=re.S)
    return f'<iframe srcdoc="{html.escape(text)}" title="A recurrent cell" width="100%" height="900"></iframe>'


def show(layer, x, link="", page=None):
    """Shows nn.RNN, nn.LSTM or nn.GRU (layer 0, forward) reading x [T, D]; the saved notebook keeps a picture.

    With `page`, the path of offline.html, it keeps a frame that can be stepped through without a kernel as well.
    """
    metadata = {"module": type(layer).__name__, "nonlinearity": str(getattr(layer, "nonlinearity", ""))}
    widget = Diagram(arrays=packed({**layer.state_dict(), "x": x}, **metadata), link=link)
    handle = display(widget, display_id=True)

    def keep(_):
        widget.unobserve(keep, "view")
        data, more = widget._repr_mimebundle_()
        data["image/svg+xml"] = widget.picture
        if page:
            data["text/html"] = framed(widget, page)
        handle.update(data, metadata=more, raw=True)

    widget.observe(keep, "view")
    return widget
