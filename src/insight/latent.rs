//! Latent vectors: where each document stands among the topics of the corpus, in 16 bytes.
//!
//! Words that keep the same company point the same way: the term–document matrix, reduced to its strongest
//! directions, puts two documents on one topic close together though they share no word (Deerwester et al. 1990).
//! The reduction is a truncated singular value decomposition by a randomised range finder with power iterations
//! (Halko, Martinsson, Tropp 2011, algorithms 4.4 and 5.1):
//!
//! ```text
//! A (documents × terms), Ω random ─▶ Y = A·Ω ─┬▶ Q = orth(Y) ─▶ W = Aᵀ·Q ─┬▶ WᵀW = E·Σ²·Eᵀ ─▶ D = Q·E·Σ
//!                                             └────────── Y = A·W ◀───────┘ (twice)
//! ```
//!
//! The same bytes on every machine: only `+ - * /` and `sqrt`, each exact by IEEE 754, in a fixed order; no library of
//! mathematics, no threads. Sums of sums are kept in `f64`, long rows in `f32` of a fixed width, which compilers turn
//! into vector instructions without changing a bit.

use crate::order::Arrange as _;

/// Dimensions of a vector. Measured on two test collections (Cranfield, CISI): 32 centred dimensions of 4 bits rank as
/// well as 64 of 8 bits, in a quarter of the bytes.
pub(crate) const DIMENSIONS: usize = 32;

/// Directions looked for beyond those kept, so that the kept ones are found well (Halko et al. advise 5 to 10).
const OVERSAMPLED: usize = 8;
const WIDTH: usize = DIMENSIONS + OVERSAMPLED;
/// Times that the matrix and its transpose are applied to sharpen the directions; text needs two (Halko et al., 4.5).
const POWER_ITERATIONS: usize = 2;
/// Part of a column's squared length that must be left beside the columns before it: below, it is rounding.
const DEPENDENT: f64 = 1e-10;
/// Sweeps of the Jacobi method at most; 40 columns need about eight.
const SWEEPS: usize = 30;
/// The largest value of a signed half-byte, with its negative.
const LARGEST: f32 = 7.0;

type Wide = [f32; WIDTH];
type Square = [[f64; WIDTH]; WIDTH];

/// Latent vectors of documents, given by their terms with weights: 16 bytes each, empty for fewer than
/// 2 × [`DIMENSIONS`] documents, which are too few to learn from.
///
/// Each row is of length one, then less the mean of all rows, and again of length one; one scale for all takes the
/// largest value to 7. Two values stand in a byte as signed half-bytes, the earlier dimension in the lower half. A
/// document without terms gets zeros, as does any that numbers too large for `f32` spoil. Terms from `terms` on are
/// passed over.
///
/// Time: 6 × 40 × the pairs, and 40² × (documents + terms) a few times; 10,000 documents of 75 terms
/// take 0.1 s.
pub(crate) fn vectors(rows: &[Vec<(u32, f32)>], terms: usize) -> Vec<u8> {
    if rows.len() < 2 * DIMENSIONS {
        return Vec::new();
    }
    pack(&reduced(rows, terms))
}

/// The vectors before they are packed.
fn reduced(rows: &[Vec<(u32, f32)>], terms: usize) -> Vec<[f32; DIMENSIONS]> {
    let mut wide = random(terms);
    let mut basis = Vec::new();
    for _ in 0..=POWER_ITERATIONS {
        basis = times(rows, &wide);
        let orthonormal = orthonormaliser(&gram(&basis));
        turn(&mut basis, &orthonormal);
        wide = transposed_times(rows, &basis, terms);
    }
    turn(&mut basis, &principal_axes(gram(&wide)));
    let mut vectors: Vec<[f32; DIMENSIONS]> = basis.iter().map(kept).collect();
    vectors.iter_mut().for_each(normalise);
    centre(&mut vectors);
    vectors
}

/// Directions to begin with, the same each time: SplitMix64 (Steele, Lea, Flood 2014), uniform in -1..1.
fn random(rows: usize) -> Vec<Wide> {
    let mut state = 0x0B71_EF1A_6C0F_FEE5_u64;
    let mut next = || {
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        // 24 bits, which an f32 holds exactly.
        ((z ^ (z >> 31)) >> 40) as f32 / (1 << 23) as f32 - 1.0
    };
    (0..rows).map(|_| std::array::from_fn(|_| next())).collect()
}

/// A·X.
fn times(rows: &[Vec<(u32, f32)>], x: &[Wide]) -> Vec<Wide> {
    let product = |row: &Vec<(u32, f32)>| {
        let mut sum = [0.0; WIDTH];
        for &(term, weight) in row {
            if let Some(x) = x.get(term as usize) {
                add(&mut sum, weight, x);
            }
        }
        sum
    };
    rows.iter().map(product).collect()
}

/// Aᵀ·Y.
fn transposed_times(rows: &[Vec<(u32, f32)>], y: &[Wide], terms: usize) -> Vec<Wide> {
    let mut product = vec![[0.0; WIDTH]; terms];
    for (row, y) in rows.iter().zip(y) {
        for &(term, weight) in row {
            if let Some(sum) = product.get_mut(term as usize) {
                add(sum, weight, y);
            }
        }
    }
    product
}

fn add(sum: &mut Wide, weight: f32, row: &Wide) {
    for (sum, value) in sum.iter_mut().zip(row) {
        *sum += weight * value;
    }
}

/// XᵀX.
fn gram(x: &[Wide]) -> Square {
    let mut gram = [[0.0; WIDTH]; WIDTH];
    for row in x {
        let row = row.map(f64::from);
        for (sums, &a) in gram.iter_mut().zip(&row) {
            for (sum, &b) in sums.iter_mut().zip(&row) {
                *sum += a * b;
            }
        }
    }
    gram
}

/// X·T, in place; `t` holds the columns of T.
fn turn(x: &mut [Wide], t: &Square) {
    let mut by_row = [[0.0f32; WIDTH]; WIDTH];
    for (j, column) in t.iter().enumerate() {
        for (row, &value) in by_row.iter_mut().zip(column) {
            row[j] = value as f32;
        }
    }
    for row in x {
        let mut turned = [0.0; WIDTH];
        for (&value, t) in row.iter().zip(&by_row) {
            add(&mut turned, value, t);
        }
        *row = turned;
    }
}

/// The columns of T that make X·T orthonormal, from XᵀX: Gram–Schmidt in its inner product. A column that depends on
/// those before it becomes zero.
fn orthonormaliser(gram: &Square) -> Square {
    let mut columns = [[0.0; WIDTH]; WIDTH];
    for (j, of_j) in gram.iter().enumerate() {
        let mut column = [0.0; WIDTH];
        column[j] = 1.0;
        let mut left = of_j[j];
        for before in columns.iter().take(j) {
            let shared = dot(before, of_j);
            left -= shared * shared;
            for (value, of_before) in column.iter_mut().zip(before) {
                *value -= shared * of_before;
            }
        }
        if left > DEPENDENT * of_j[j] {
            let length = left.sqrt();
            columns[j] = column.map(|value| value / length);
        }
    }
    columns
}

fn dot(a: &[f64; WIDTH], b: &[f64; WIDTH]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// E·Σ of a symmetric matrix E·Σ²·Eᵀ, as columns, the strongest first: cyclic Jacobi (Golub, Van Loan, 8.5).
fn principal_axes(mut matrix: Square) -> Square {
    let mut axes = [[0.0; WIDTH]; WIDTH];
    for (i, axis) in axes.iter_mut().enumerate() {
        axis[i] = 1.0;
    }
    for _ in 0..SWEEPS {
        let mut turned = false;
        for p in 0..WIDTH {
            for q in p + 1..WIDTH {
                turned |= rotate(&mut matrix, &mut axes, p, q);
            }
        }
        if !turned {
            break;
        }
    }
    let mut order: [usize; WIDTH] = std::array::from_fn(|i| i);
    order.arrange_by(|&i, &j| matrix[j][j].total_cmp(&matrix[i][i]));
    order.map(|i| {
        let strength = matrix[i][i].max(0.0).sqrt();
        axes[i].map(|value| value * strength)
    })
}

/// Turns the axes p and q so that the matrix has zero at (p, q); whether there was anything to do.
fn rotate(matrix: &mut Square, axes: &mut Square, p: usize, q: usize) -> bool {
    let (pp, qq, pq) = (matrix[p][p], matrix[q][q], matrix[p][q]);
    // Too small to change either diagonal; also where they are no numbers.
    let needed = pq * pq > f64::EPSILON * f64::EPSILON * pp * qq;
    if !needed {
        return false;
    }
    let theta = (qq - pp) / (2.0 * pq);
    let root = (theta * theta + 1.0).sqrt();
    let t = if theta < 0.0 { -1.0 / (root - theta) } else { 1.0 / (root + theta) };
    let c = 1.0 / (t * t + 1.0).sqrt();
    let s = t * c;
    for row in matrix.iter_mut() {
        (row[p], row[q]) = (c * row[p] - s * row[q], s * row[p] + c * row[q]);
    }
    for rows in [matrix, axes] {
        let (p_row, q_row) = (rows[p], rows[q]);
        for i in 0..WIDTH {
            rows[p][i] = c * p_row[i] - s * q_row[i];
            rows[q][i] = s * p_row[i] + c * q_row[i];
        }
    }
    true
}

/// The strongest directions of a row.
fn kept(row: &Wide) -> [f32; DIMENSIONS] {
    std::array::from_fn(|i| row[i])
}

/// Gives a row length one; zeros where it has none.
fn normalise(row: &mut [f32; DIMENSIONS]) {
    let length = row.iter().map(|value| value * value).sum::<f32>().sqrt();
    let usable = length > 0.0 && length.is_finite();
    for value in row {
        *value = if usable { *value / length } else { 0.0 };
    }
}

/// Takes the mean row off every row but those of zeros, and gives them length one again.
fn centre(rows: &mut [[f32; DIMENSIONS]]) {
    let mut sum = [0.0f64; DIMENSIONS];
    for row in rows.iter() {
        for (sum, &value) in sum.iter_mut().zip(row) {
            *sum += f64::from(value);
        }
    }
    let count = rows.iter().filter(|row| is_known(row)).count().max(1) as f64;
    let mean = sum.map(|sum| (sum / count) as f32);
    for row in rows.iter_mut().filter(|row| is_known(row)) {
        for (value, mean) in row.iter_mut().zip(&mean) {
            *value -= mean;
        }
        normalise(row);
    }
}

fn is_known(row: &[f32; DIMENSIONS]) -> bool {
    row.iter().any(|&value| value != 0.0)
}

/// Two values a byte, the largest of all at 7.
fn pack(rows: &[[f32; DIMENSIONS]]) -> Vec<u8> {
    let largest = rows.iter().flatten().fold(0.0f32, |largest, value| largest.max(value.abs()));
    let scale = if largest > 0.0 { LARGEST / largest } else { 0.0 };
    let half = |value: f32| {
        let rounded = (value.abs() * scale + 0.5) as i8;
        let signed = if value < 0.0 { -rounded } else { rounded };
        signed.cast_unsigned() & 0x0F
    };
    rows.iter().flat_map(|row| row.chunks_exact(2)).map(|pair| half(pair[0]) | half(pair[1]) << 4).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unpack(bytes: &[u8]) -> Vec<Vec<f64>> {
        let value = |half: u8| f64::from(((half << 4) as i8) >> 4);
        let row = |row: &[u8]| row.iter().flat_map(|&byte| [value(byte & 0x0F), value(byte >> 4)]).collect();
        bytes.chunks_exact(DIMENSIONS / 2).map(row).collect()
    }

    fn cosine(a: &[f64], b: &[f64]) -> f64 {
        let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
        dot(a, b) / (dot(a, a) * dot(b, b)).sqrt()
    }

    /// Whole numbers below a bound, one after another.
    fn numbers() -> impl FnMut(u64) -> u32 {
        let mut state = 1_u64;
        move |bound| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            ((state >> 33) % bound) as u32
        }
    }

    /// Documents of a few words each out of the twenty of their topic.
    fn topics(documents: u32, topics: u32, words: usize) -> Vec<Vec<(u32, f32)>> {
        let mut number = numbers();
        (0..documents)
            .map(|document| (0..words).map(|_| (document % topics * 20 + number(20), 1.0)).collect())
            .collect()
    }

    #[test]
    fn the_planted_directions_of_a_matrix_are_found() {
        // A = strengths of four directions times four random patterns of terms.
        let mut number = numbers();
        let mut random = || f64::from(number(2001)) / 1000.0 - 1.0;
        let patterns: Vec<Vec<f64>> = (0..4).map(|_| (0..50).map(|_| random()).collect()).collect();
        let planted: Vec<Vec<f64>> = (0..80).map(|_| (0..4).map(|_| random()).collect()).collect();
        let full: Vec<Vec<f64>> = planted
            .iter()
            .map(|row| (0..50).map(|j| row.iter().zip(&patterns).map(|(a, p)| a * p[j]).sum()).collect())
            .collect();
        let rows: Vec<Vec<(u32, f32)>> = full
            .iter()
            .map(|row| row.iter().enumerate().map(|(j, &value)| (j as u32, value as f32)).collect())
            .collect();
        let found: Vec<_> = reduced(&rows, 50).iter().map(|row| row.map(f64::from)).collect();
        // The reduced rows lie to each other as the full ones, of length one and less their mean, do.
        let unit: Vec<Vec<f64>> = full
            .iter()
            .map(|row| {
                let length = row.iter().map(|value| value * value).sum::<f64>().sqrt();
                row.iter().map(|value| value / length).collect()
            })
            .collect();
        let mean: Vec<f64> =
            (0..50).map(|j| unit.iter().map(|row| row[j]).sum::<f64>() / unit.len() as f64).collect();
        let centred: Vec<Vec<f64>> =
            unit.iter().map(|row| row.iter().zip(&mean).map(|(a, b)| a - b).collect()).collect();
        for i in 0..80 {
            for j in 0..i {
                let (is, should) = (cosine(&found[i], &found[j]), cosine(&centred[i], &centred[j]));
                assert!((is - should).abs() < 1e-4, "{i} and {j}: {is} instead of {should}");
            }
        }
        let used = (0..DIMENSIONS).filter(|&j| found.iter().any(|row| row[j].abs() > 1e-4)).count();
        assert_eq!(used, 4, "a matrix of rank four has four directions");
    }

    #[test]
    fn documents_on_one_topic_come_close_without_a_common_word() {
        let mut rows = topics(720, 24, 8);
        // Two documents on topic 0 and one on topic 1; none shares a word with another.
        rows.push((0..10).map(|term| (term, 1.0)).collect());
        rows.push((10..20).map(|term| (term, 1.0)).collect());
        rows.push((20..30).map(|term| (term, 1.0)).collect());
        let found = unpack(&vectors(&rows, 480));
        let (same, other) = (cosine(&found[720], &found[721]), cosine(&found[720], &found[722]));
        assert!(same > 0.6, "{same}");
        assert!(other < 0.2, "{other}");
    }

    #[test]
    fn the_same_rows_give_the_same_bytes() {
        let rows = topics(200, 9, 30);
        let bytes = vectors(&rows, 180);
        assert_eq!(bytes.len(), 200 * DIMENSIONS / 2);
        assert_eq!(bytes, vectors(&rows, 180));
    }

    #[test]
    fn few_documents_give_nothing() {
        assert!(vectors(&topics(63, 3, 9), 60).is_empty());
        assert!(!vectors(&topics(64, 3, 9), 60).is_empty());
        assert!(vectors(&[], 0).is_empty());
    }

    #[test]
    fn empty_and_spoilt_rows_get_zeros_or_spoil_nothing_else() {
        let zeros = |bytes: &[u8]| bytes.iter().all(|&byte| byte == 0);
        assert!(zeros(&vectors(&vec![Vec::new(); 100], 10)));
        assert!(zeros(&vectors(&vec![vec![(3, 0.0)]; 100], 10)));
        assert!(zeros(&vectors(&vec![vec![(3, 1.0)]; 100], 10)), "all the same: nothing to tell them by");
        assert!(zeros(&vectors(&vec![vec![(3, 1.0)]; 100], 0)), "no such term");
        for weight in [f32::NAN, f32::INFINITY, f32::MAX, f32::MIN_POSITIVE] {
            assert_eq!(vectors(&vec![vec![(3, weight), (u32::MAX, 1.0)]; 70], 10).len(), 70 * 16);
        }
        let mut rows = topics(100, 5, 10);
        rows[7].clear();
        let found = vectors(&rows, 100);
        assert!(zeros(&found[7 * 16..8 * 16]));
        assert!(!zeros(&found[8 * 16..9 * 16]));
    }
}
