//! What `cargo xtask dist` built before this command was compiled: all that readers download beside the pack.

use anyhow::Result;
use briefing::bundle::Parts;

/// The parts.
#[cfg(briefing_prebuilt)]
pub(crate) fn parts() -> Result<Parts<'static>> {
    Ok(Parts {
        engine: include_bytes!(env!("BRIEFING_ENGINE")),
        script: include_str!(env!("BRIEFING_SCRIPT")),
        module: include_str!(env!("BRIEFING_MODULE")),
        views: include!(concat!(env!("OUT_DIR"), "/views.rs")),
        shell: include_str!(env!("BRIEFING_SHELL")),
    })
}

/// This command was compiled without them.
#[cfg(not(briefing_prebuilt))]
pub(crate) fn parts() -> Result<Parts<'static>> {
    anyhow::bail!("this `briefing` was built without the engine: `cargo xtask dist` builds one that has it")
}
