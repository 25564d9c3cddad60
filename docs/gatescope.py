"""Shows a recurrent layer of PyTorch in a notebook: show(layer, x).

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
    """The widget and its traits (docs/embedding.md)."""

    _esm = Path(__file__).with_name("gatescope.js")  # or the address of the file, as a string
    link = traitlets.Unicode().tag(sync=True)  # the keys of a link: "parts=diagram,transport,timeline&theme=light"
    arrays = traitlets.Any(b"").tag(sync=True)  # bytes: a layer and its sequence, as packed() writes them
    t = traitlets.Int(0).tag(sync=True)  # the timestep shown, from 1; 0 leaves it to the link
    picture = traitlets.Unicode().tag(sync=True)  # the first view as SVG, once it is drawn
    view = traitlets.Unicode().tag(sync=True)  # the first view as a view file


def packed(tensors, **metadata):
    """Packs tensors by name in the safetensors format, as float64."""
    header, data = {"__metadata__": metadata}, b""
    for name, tensor in tensors.items():
        values = tensor.detach().cpu().double().contiguous().flatten().tolist()
        start, data = len(data), data + struct.pack(f"<{len(values)}d", *values)
        header[name] = {"dtype": "F64", "shape": list(tensor.shape), "data_offsets": [start, len(data)]}
    text = json.dumps(header).encode()
    return struct.pack("<Q", len(text)) + text + data


def framed(widget, page):
    """Returns the view in a frame that needs no kernel; `page` is the path of the site's offline.html."""
    text = Path(page).read_text(encoding="utf-8")
    view = widget.view.replace("<", "\\u003c")
    for place, content in {
        r'(<script id="view" type="application/json">).*?(</script>)': view,
        r"(<!--picture-->).*?(<!--/picture-->)": widget.picture,
    }.items():
        text = re.sub(place, lambda found: found[1] + content + found[2], text, count=1, flags=re.S)
    return f'<iframe srcdoc="{html.escape(text)}" title="A recurrent cell" width="100%" height="900"></iframe>'


def show(layer, x, link="", page=None):
    """Shows layer 0 (forward) of an nn.RNN, nn.LSTM or nn.GRU that reads x [T, D].

    `link` has the keys of a link (docs/url.md). The saved notebook keeps a picture and, with `page`, the path of
    offline.html, also a frame that the reader steps through without a kernel.
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
