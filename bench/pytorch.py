"""One training update of an LSTM with a linear head in PyTorch, on one thread: what bench/update.ts measures.

Reads lines "H D T batch updates" and answers each with the milliseconds that so many updates took.
"""

import sys
import time

import torch

CLASSES = 8

torch.set_num_threads(1)
print(f"PyTorch {torch.__version__}", flush=True)


class Network(torch.nn.Module):
    def __init__(self, D, H):
        super().__init__()
        self.lstm = torch.nn.LSTM(D, H)
        self.head = torch.nn.Linear(H, CLASSES)

    def forward(self, x):
        return self.head(self.lstm(x)[0][-1])


networks = {}

for line in sys.stdin:
    H, D, T, batch, updates = map(int, line.split())
    size = H, D, T, batch
    if size not in networks:
        network = Network(D, H)
        networks[size] = network, torch.optim.Adam(network.parameters(), lr=0.001)
    network, adam = networks[size]
    x = torch.sin(torch.arange(T * batch * D, dtype=torch.float32)).reshape(T, batch, D)
    y = torch.arange(batch) % CLASSES
    start = time.perf_counter()
    for _ in range(updates):
        adam.zero_grad()
        torch.nn.functional.cross_entropy(network(x), y).backward()
        adam.step()
    print((time.perf_counter() - start) * 1000, flush=True)
