namespace Xinzhou.Dashboard.Domain.Reviews;

/// <summary>Why a pack is not what was frozen and signed.</summary>
public enum PackFault
{
    /// <summary>It is no file of a pack: other JSON, or none.</summary>
    NotAPack,

    /// <summary>It is not written canonically: a byte was added, removed or written otherwise.</summary>
    NotCanonical,

    /// <summary>Its name is the hash of another content.</summary>
    OtherName,

    /// <summary>What was frozen was changed: it has another hash.</summary>
    ContentChanged,

    /// <summary>The terms of a signature were changed: they have another digest.</summary>
    TermsChanged,

    /// <summary>A signature is of another pack, or signatures were removed or moved.</summary>
    SealMoved,

    /// <summary>Something else in the file was changed: it has another digest.</summary>
    FileChanged,
}
