/** What is said of the articles beside the files; it wins over what the files say. */
export interface Edits {
    /** Title of the briefing. */
    title?: string;
    /** What is said of documents, by their identifiers. */
    documents?: Record<string, Edit>;
}

/** What is said of one document; what is `undefined` or empty says nothing. */
export interface Edit {
    title?: string;
    source?: string;
    /** `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or a full timestamp. */
    date?: string;
    url?: string;
    /** Its place among the articles that are given one; they stand first, the lowest of them before the others. */
    order?: number;
    /** Whether it is to be no part of the briefing. */
    exclude?: boolean;
}

/** What was read. */
export interface Table {
    /** Title of the briefing, where any was told. */
    title?: string;
    /** The articles in the order of the briefing; those that are excluded stand among them. */
    documents: Row[];
    /** What is worth knowing and needs nothing done. */
    notices: string[];
    /** Files that could not be read; the briefing is made of the others. */
    refused: Refusal[];
}

/** One article as it was read. */
export interface Row {
    /** By which edits name it. */
    id: string;
    /** The file, in a file of many articles with line or number. */
    place: string;
    title: string;
    /** Where the title was found. */
    titleFrom: "metadata" | "heading" | "text";
    source?: string;
    /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
    date?: string;
    url?: string;
    /** BCP 47 language tag. */
    lang?: string;
    order?: number;
    excluded: boolean;
    /** Words of the text that is kept. */
    words: number;
    /** Lines that were dropped as page furniture, and title lines. */
    dropped: { text: string; rule: string }[];
}

/** A file that could not be read. */
export interface Refusal {
    /** Stable code of what is wrong. */
    code: string;
    /** File, place, what was expected and what to do. */
    message: string;
    file?: string;
    /** From 1. */
    line?: number;
}
