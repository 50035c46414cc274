namespace Xinzhou.Dashboard.Data.Reporting;

/// <summary>Why a change of a form was not made. Nothing is changed then.</summary>
public enum FormRefusal
{
    /// <summary>The person does not keep the catalogue.</summary>
    WrongRole,

    /// <summary>There is no such form.</summary>
    NotFound,

    /// <summary>There is a form of the code already.</summary>
    CodeTaken,

    /// <summary>Another form has the name.</summary>
    NameTaken,

    /// <summary>Somebody has changed the form meanwhile.</summary>
    Stale,

    /// <summary>A reason has to be given.</summary>
    ReasonMissing,

    /// <summary>The reason is longer than <see cref="FormCatalogue.MaxLength"/>.</summary>
    TooLong,

    /// <summary>The form cannot be filled.</summary>
    Faulty,

    /// <summary>It says what it said before.</summary>
    Unchanged,
}
