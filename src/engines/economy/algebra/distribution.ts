/** ln Γ(z), z > 0 (Lanczos, g = 7, 9 terms; about 15 digits). `Math.round(Math.exp(logGamma(5))) // => 24` */
export function logGamma(z: number): number {
  if (z < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * z)) - logGamma(1 - z)
  const g = [
    0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012,
    9.9843695780195716e-6, 1.5056327351493116e-7,
  ]
  let sum = g[0]!
  for (let i = 1; i < 9; i++) sum += g[i]! / (z + i - 1)
  const t = z + 6.5
  return 0.5 * Math.log(2 * Math.PI) + (z - 0.5) * Math.log(t) - t + Math.log(sum)
}

/** Regularised incomplete beta I_x(a, b) by Lentz's continued fraction. `incompleteBeta(0.25, 1, 1) // => 0.25` */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  if (a === 1 && b === 1) return x
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a)
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x)) / a
  const tiny = 1e-300
  let c = 1
  let d = 1 - ((a + b) * x) / (a + 1)
  d = 1 / (Math.abs(d) < tiny ? tiny : d)
  let fraction = d
  for (let m = 1; m < 1000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    let change = 1
    for (const term of [even, odd]) {
      d = 1 + term * d
      d = 1 / (Math.abs(d) < tiny ? tiny : d)
      c = 1 + term / c
      if (Math.abs(c) < tiny) c = tiny
      change = c * d
      fraction *= change
    }
    if (Math.abs(change - 1) < 1e-16) break
  }
  return front * fraction
}

/** P(T ≤ t) of Student's t with so many degrees of freedom. `studentT(0, 5) // => 0.5` */
export function studentT(t: number, freedom: number): number {
  if (t === 0) return 0.5
  const tail = 0.5 * incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5)
  return t > 0 ? 1 - tail : tail
}

/** t with P(T ≤ t) = p. `studentTQuantile(0.5, 5) // => 0` */
export function studentTQuantile(p: number, freedom: number): number {
  if (p === 0.5) return 0
  let low = -1
  let high = 1
  while (studentT(low, freedom) > p) low *= 2
  while (studentT(high, freedom) < p) high *= 2
  for (let step = 0; step < 200 && high - low > 1e-15 * Math.max(1, Math.abs(low), Math.abs(high)); step++) {
    const middle = (low + high) / 2
    if (studentT(middle, freedom) < p) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** P(Z ≤ z) of the standard normal distribution: series near zero, continued fraction in the tails. `standardNormal(0) // => 0.5` */
export function standardNormal(z: number): number {
  const x = Math.abs(z)
  if (x === 0) return 0.5
  let upper: number
  if (x < 3) {
    let term = x
    let sum = x
    for (let k = 1; k < 200 && Math.abs(term) > 1e-18 * sum; k++) {
      term *= (x * x) / (2 * k + 1)
      sum += term
    }
    upper = 0.5 - (sum * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI)
  } else {
    let fraction = 0
    for (let k = 120; k >= 1; k--) fraction = k / (x + fraction)
    upper = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI) / (x + fraction)
  }
  return z > 0 ? 1 - upper : upper
}

/** P(sup|B| > x) of a Brownian bridge: 2 Σ (−1)^(k+1) exp(−2 k² x²) (Kolmogorov 1933). `kolmogorovTail(0) // => 1` */
export function kolmogorovTail(x: number): number {
  if (x < 0.2) return 1
  let sum = 0
  for (let k = 1; k <= 100; k++) {
    const term = (k % 2 === 1 ? 2 : -2) * Math.exp(-2 * k * k * x * x)
    sum += term
    if (Math.abs(term) < 1e-320) break
  }
  return Math.min(1, Math.max(0, sum))
}
