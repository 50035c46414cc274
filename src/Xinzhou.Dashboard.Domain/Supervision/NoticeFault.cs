namespace Xinzhou.Dashboard.Domain.Supervision;

/// <summary>Why a notice is not issued, or something is not done about it.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Day">The day that would do, or that stands in the way; null where none is to be told.</param>
/// <param name="Number">The notice that stands in the way; null where none is to be told.</param>
public sealed record NoticeFault(NoticeReason Reason, DateOnly? Day = null, NoticeNumber? Number = null)
{
    public static implicit operator NoticeFault(NoticeReason reason) => new(reason);
}
