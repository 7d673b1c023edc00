//! Stem classes: which terms share a stem, worked out from the dictionary when a pack is opened.

/// The terms of every stem class: those of class `c` are `terms[starts[c]..starts[c + 1]]`.
#[derive(Debug, Default)]
pub(super) struct Classes {
    starts: Vec<u32>,
    terms: Vec<u32>,
}

impl Classes {
    /// Inverts the list that gives every term's class (a counting sort).
    pub(super) fn new(class_of: &[u32]) -> Self {
        let classes = class_of.iter().max().map_or(0, |&last| last as usize + 1);
        let mut starts = vec![0u32; classes + 1];
        for &class in class_of {
            if let Some(count) = starts.get_mut(class as usize + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut next = starts.clone();
        let mut terms = vec![0u32; class_of.len()];
        for (ordinal, &class) in (0u32..).zip(class_of) {
            if let Some(at) = next.get_mut(class as usize) {
                if let Some(slot) = terms.get_mut(*at as usize) {
                    *slot = ordinal;
                }
                *at += 1;
            }
        }
        Self { starts, terms }
    }

    pub(super) fn get(&self, class: u32) -> &[u32] {
        let class = class as usize;
        let (Some(&start), Some(&end)) = (self.starts.get(class), self.starts.get(class + 1)) else {
            return &[];
        };
        self.terms.get(start as usize..end as usize).unwrap_or_default()
    }
}
