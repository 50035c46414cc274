namespace Xinzhou.Dashboard.Domain.CheckIns;

/// <summary>What a file of evidence can be.</summary>
public enum EvidenceKind
{
    Pdf,
    Png,
    Jpeg,
    Docx,
    Xlsx,
    Pptx,
}
