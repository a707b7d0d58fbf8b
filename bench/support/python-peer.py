# What numpy and scipy take for one question after another: reads a line of JSON {"do": ..., ...}, writes a line {"seconds": ..., "answer": ...}.
import json
import sys
import time

import numpy as np

try:
    import scipy.linalg as sl
    import scipy.sparse as sp
    import scipy.sparse.linalg as sla
except ImportError:
    sl = sp = sla = None


def bicgstab(m, f, tolerance):
    # van der Vorst 1992, by numpy's own matrix-vector product
    x = np.zeros_like(f)
    r = f.copy()
    s = r.copy()
    p = r.copy()
    rho = s @ r
    enough = tolerance * np.linalg.norm(f)
    for _ in range(500):
        v = m @ p
        alpha = rho / (s @ v)
        r = r - alpha * v
        if np.linalg.norm(r) <= enough:
            return x + alpha * p
        t = m @ r
        omega = (t @ r) / (t @ t)
        x = x + alpha * p + omega * r
        r = r - omega * t
        if np.linalg.norm(r) <= enough:
            return x
        after = s @ r
        beta = (after / rho) * (alpha / omega)
        rho = after
        p = r + beta * (p - omega * v)
    return x


state = {}


def load(path, n):
    a = np.fromfile(path).reshape(n, n + 1)
    state["f"] = np.ascontiguousarray(a[:, n])
    state["m"] = np.eye(n) - a[:, :n]
    state["c"] = sp.csr_matrix(state["m"]) if sp else None
    return None


jobs = {
    "solve": lambda t: np.linalg.solve(state["m"], state["f"]),
    "iterative": lambda t: bicgstab(state["m"], state["f"], t),
    "lu": lambda t: sl.lu_factor(state["m"], check_finite=False)[0][0],
    "inverse": lambda t: np.linalg.inv(state["m"])[0],
    "sparse": lambda t: sla.bicgstab(state["c"], state["f"], rtol=t, atol=0)[0],
}

for line in sys.stdin:
    asked = json.loads(line)
    what = asked["do"]
    if what == "versions":
        answer = {"numpy": np.__version__, "scipy": __import__("scipy").__version__ if sp else None}
    elif what == "load":
        answer = load(asked["path"], asked["n"])
    else:
        began, used = time.perf_counter(), time.process_time()
        x = jobs[what](asked.get("tolerance", 0))
        seconds, cpu = time.perf_counter() - began, time.process_time() - used
        left = np.linalg.norm(state["m"] @ x - state["f"]) / np.linalg.norm(state["f"]) if what in ("solve", "iterative", "sparse") else None
        answer = {"seconds": seconds, "cpu": cpu, "left": left, "answer": x[:4].tolist()}
    print(json.dumps(answer), flush=True)
