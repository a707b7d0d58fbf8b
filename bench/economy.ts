import { execFileSync } from 'node:child_process'
import { luFactor } from '#engines/economy/algebra/lu'
import { type Matrix, matrixOf } from '#engines/economy/algebra/matrix'
import { seeded } from '#engines/economy/algebra/seeded'
import { createSolver } from '#engines/economy/model/solver'

/**
 * How long the engine takes beside numpy on the same tables: one shock, all multipliers, LU, inverse, and one more shock with the factor kept; dense and 5 % filled.
 * `npm run bench -- economy [sizes]`, such as 561 2000 5000; LU and inverse are left out above 2,000 unless `--all` is given.
 */
const words = process.argv.slice(2)
const all = words.includes('--all')
const asked = words.filter((one) => /^\d+$/.test(one)).map(Number)
const sizes = asked.length > 0 ? asked : [561, 2000]

/** Input coefficients from a seed; columns add up to 0.3 to 0.7. */
function coefficients(n: number, filled: number): Matrix {
  const even = seeded(n)
  const made = matrixOf(n, n, () => (even() < filled ? even() : 0))
  for (let j = 0; j < n; j++) {
    let sum = 0
    for (let i = 0; i < n; i++) sum += made.values[i * n + j]!
    const share = 0.3 + 0.4 * even()
    if (sum > 0) for (let i = 0; i < n; i++) made.values[i * n + j]! *= share / sum
  }
  return made
}

function best(times: number, work: () => void): number {
  let found = Number.POSITIVE_INFINITY
  for (let k = 0; k < times; k++) {
    const from = process.hrtime.bigint()
    work()
    found = Math.min(found, Number(process.hrtime.bigint() - from) / 1e9)
  }
  return found
}

const NUMPY = `
import json,sys,time
import numpy as np
n=int(sys.argv[1]); filled=float(sys.argv[2]); heavy=sys.argv[3]=='1'
rng=np.random.default_rng(n); a=rng.random((n,n))
if filled<1: a*=rng.random((n,n))<filled
a*=(0.3+0.4*rng.random(n))/np.maximum(a.sum(0),1e-300)
m=np.eye(n)-a; f=rng.random(n)
def best(k,w):
    t=1e9
    for _ in range(k):
        s=time.perf_counter(); w(); t=min(t,time.perf_counter()-s)
    return t
out={'solve':best(3 if n<3000 else 1,lambda:np.linalg.solve(m,f))}
def iterate():
    x=f.copy(); r=f-m@x; s=r.copy(); p=r.copy(); rho=s@r; b=np.linalg.norm(f)
    for _ in range(100):
        v=m@p; al=rho/(s@v); r=r-al*v
        if np.linalg.norm(r)<=1e-14*b: x=x+al*p; break
        t=m@r; om=(t@r)/(t@t); x=x+al*p+om*r; r=r-om*t
        if np.linalg.norm(r)<=1e-14*b: break
        nr=s@r; be=(nr/rho)*(al/om); rho=nr; p=r+be*(p-om*v)
    return x
if filled==1: out['iterative']=best(5,iterate)
if heavy:
    out['inverse']=best(2 if n<3000 else 1,lambda:np.linalg.inv(m))
    try:
        import scipy.linalg as sl
        out['lu']=best(2 if n<3000 else 1,lambda:sl.lu_factor(m,check_finite=False))
    except ImportError: pass
if filled<1:
    try:
        import scipy.sparse as sp, scipy.sparse.linalg as sla
        c=sp.csr_matrix(m); out['sparse']=best(3,lambda:sla.bicgstab(c,f,rtol=1e-13,atol=0))
    except ImportError: pass
print(json.dumps(out))
`

type Times = Partial<Record<'solve' | 'iterative' | 'inverse' | 'lu' | 'sparse', number>>

/** numpy's times with one thread, or null where it is not installed. */
function numpy(n: number, filled: number, heavy: boolean): Times | null {
  try {
    const env = { ...process.env, OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1', MKL_NUM_THREADS: '1' }
    return JSON.parse(
      execFileSync('python3', ['-c', NUMPY, `${n}`, `${filled}`, heavy ? '1' : '0'], { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    ) as Times
  } catch {
    return null
  }
}

const shown = (seconds: number) => (seconds < 0.1 ? `${(seconds * 1e3).toFixed(2)} ms` : `${seconds.toFixed(2)} s`)

function line(n: number, what: string, ours: number, theirs: number | undefined, name: string): void {
  console.log(
    `n=${String(n).padEnd(5)} ${what.padEnd(44)} ${shown(ours).padStart(10)}  ${theirs === undefined ? `${name}: skipped` : `${name} ${shown(theirs)}, ratio ${(ours / theirs).toFixed(2)}`}`,
  )
}

for (const n of sizes) {
  const heavy = n <= 2000 || all
  const a = coefficients(n, 1)
  const peer = numpy(n, 1, heavy)
  if (!peer) console.log('numpy is not installed: its times are skipped')
  const f = Float64Array.from({ length: n }, seeded(1))
  const ones = new Float64Array(n).fill(1)
  const solver = createSolver(a)
  solver.solve(f)
  const shock = best(7, () => solver.solve(f))
  line(n, 'one shock, iterative', shock, peer?.solve, 'numpy solve')
  line(n, 'one shock, iterative', shock, peer?.iterative, 'numpy BiCGSTAB')
  line(
    n,
    'all multipliers, iterative',
    best(5, () => solver.solveTransposed(ones)),
    peer?.solve,
    'numpy solve',
  )
  if (heavy) {
    const system = matrixOf(n, n, (i, j) => (i === j ? 1 : 0) - a.values[i * n + j]!)
    line(
      n,
      'LU',
      best(n < 1000 ? 8 : 3, () => luFactor(system)),
      peer?.lu,
      'scipy lu_factor',
    )
    line(
      n,
      'inverse',
      best(n < 1000 ? 5 : 2, () => createSolver(a, 'inverse').inverse()),
      peer?.inverse,
      'numpy inv',
    )
    const kept = createSolver(a, 'lu')
    kept.solve(f)
    line(
      n,
      'one more shock, LU kept',
      best(5, () => kept.solve(f)),
      peer?.solve,
      'numpy solve',
    )
  }
  const thin = coefficients(n, 0.05)
  const sparse = createSolver(thin)
  sparse.solve(f)
  line(
    n,
    '5 % filled: one shock, iterative',
    best(30, () => sparse.solve(f)),
    numpy(n, 0.05, false)?.sparse,
    'scipy BiCGSTAB',
  )
}
