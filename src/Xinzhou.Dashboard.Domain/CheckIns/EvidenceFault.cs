namespace Xinzhou.Dashboard.Domain.CheckIns;

/// <summary>Why a file is not taken as evidence. Nothing of it is kept then.</summary>
public enum EvidenceFault
{
    /// <summary>There is nothing in it.</summary>
    Empty,

    /// <summary>It is larger than this installation takes.</summary>
    TooLarge,

    /// <summary>It is no PDF, PNG, JPEG, DOCX, XLSX or PPTX, whatever it is called.</summary>
    UnknownKind,

    /// <summary>It is of an office program of before 2007 (.doc, .xls, .ppt, .wps); saved anew it can be taken.</summary>
    OldOffice,

    /// <summary>It carries a program (macro) that would run where it is opened.</summary>
    WithMacros,

    /// <summary>Its name says that it is something else than its content is.</summary>
    NameDiffers,

    /// <summary>It has no name, or one longer than <see cref="EvidenceCheck.MaxNameLength"/>.</summary>
    BadName,

    /// <summary>The item and quarter have <see cref="EvidenceCheck.MaxFiles"/> files already.</summary>
    TooMany,
}
