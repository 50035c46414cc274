namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>Why an entry of the catalogue cannot be kept as it is.</summary>
public enum CatalogueFaultReason
{
    /// <summary>The code is not of lower-case letters, digits and underscores (a department's: also hyphens), or too long.</summary>
    BadCode,

    /// <summary>The name is missing or too long.</summary>
    BadName,

    /// <summary>An alias is empty or too long.</summary>
    BadAlias,

    /// <summary>A name or an alias has a character that nobody sees, or that turns others around (<see cref="Text.NameText"/>).</summary>
    HiddenCharacter,

    /// <summary>Another entry is called or known by the same.</summary>
    NameInUse,

    /// <summary>The unit of measurement is missing, or figures of the one there was cannot be converted to it.</summary>
    BadUom,

    /// <summary>The kind of the indicator is not changed: figures are read by it.</summary>
    TypeChanged,

    /// <summary>There is no such dimension.</summary>
    UnknownDimension,

    /// <summary>The note is too long.</summary>
    BadNote,

    /// <summary>Returns carry the name of the department, and the figures released from them do.</summary>
    ReturnsCarryName,

    /// <summary>The order is negative.</summary>
    BadOrder,

    /// <summary>There is no such indicator.</summary>
    UnknownIndicator,

    /// <summary>The indicator is chosen twice, or is its own share.</summary>
    Twice,

    /// <summary>More are chosen than the overview has room for, or none.</summary>
    BadCount,
}
