using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Conventions;
using Xinzhou.Dashboard.Data.Model.Messages;
using Xinzhou.Dashboard.Domain.Deadlines;
using Xinzhou.Dashboard.Domain.Messages;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Messages;

/// <summary>The messages of a person. Those of a kind that this version does not know wait for one that does.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="time">The clock.</param>
public sealed class MessageBox(IDbContextFactory<DashboardContext> contexts, TimeProvider time)
{
    /// <summary>How many a page holds.</summary>
    public const int PageSize = 50;

    /// <summary>More unread ones than these are not counted.</summary>
    private const int MaxCounted = 100;

    /// <summary>A message with the names of what it is about.</summary>
    internal static readonly Expression<Func<MessageEntity, Message>> WithNames = m => new()
    {
        Id = m.Id,
        Kind = m.Kind,
        At = m.At,
        Return = m.ReturnId,
        Form = m.Return!.Calendar.Form.Name,
        FormEn = m.Return.Calendar.Form.NameEn,
        Department = m.Details.Department ?? m.Return.ReportedBy.Department.Name,
        Quarter = m.Details.Quarter != null ? Quarter.Parse(m.Details.Quarter) : (Quarter?)m.Return.Quarter,
        DueAt = (DateTimeOffset?)m.Return.Calendar.Dates.DueAt,
        By = m.Details.By,
        Text = m.Details.Text,
        Exported = m.Details.Exported,
        Reviewed = m.Details.Reviewed,
        Withdrawn = m.Details.Withdrawn,
        CheckIns = m.Details.CheckIns,
        Notice = m.Details.Notice,
        Act = m.Details.Act,
        Concern = ConcernOf(m.Details.Concern),
        About = m.Details.About,
        Day = DayOf(m.Details.Day),
        Digest = m.Digest,
        Person = m.Details.Person,
        IsRead = m.ReadAt != null,
    };

    /// <summary>His messages, the newest first.</summary>
    /// <param name="user">Whose.</param>
    /// <param name="unreadOnly">Only those that he has not read.</param>
    /// <param name="before">Only those with a smaller number; null for the newest.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>One more than <see cref="PageSize"/> at most: the last says that there are more.</returns>
    public async Task<IReadOnlyList<Message>> ListAsync(Guid user, bool unreadOnly, long? before, CancellationToken cancellation = default)
    {
        await using var context = await contexts.ReadAsync(cancellation);
        return await context.Messages.Known(context)
            .Where(m => m.UserId == user && (!unreadOnly || m.ReadAt == null) && m.Id < (before ?? long.MaxValue))
            .OrderByDescending(m => m.Id).Take(PageSize + 1)
            .Select(WithNames)
            .ToListAsync(cancellation);
    }

    /// <summary>How many he has not read; 100 stands for more.</summary>
    public async Task<int> UnreadAsync(Guid user, CancellationToken cancellation = default)
    {
        await using var context = await contexts.ReadAsync(cancellation);
        return await context.Messages.Known(context).Where(m => m.UserId == user && m.ReadAt == null).OrderBy(m => m.Id).Take(MaxCounted).CountAsync(cancellation);
    }

    /// <summary>Marks one as read.</summary>
    /// <returns>What it is about; null if it is about nothing, or not his.</returns>
    public async Task<MessageSubject?> OpenAsync(Guid user, long message, CancellationToken cancellation = default)
    {
        await using var context = await contexts.ReadAsync(cancellation);
        var his = context.Messages.Where(m => m.Id == message && m.UserId == user);
        await MarkAsync(his, cancellation);
        return await his.Select(m => new { m.Kind, m.ReturnId, m.Details.Quarter, m.Details.Notice, m.Details.Concern, m.Details.Reference })
            .SingleOrDefaultAsync(cancellation) switch
        {
            { ReturnId: { } filled } => new(filled, null),
            { Quarter: { } quarter } => new(null, Quarter.Parse(quarter)),
            { Notice: { } notice } => new(null, null) { Notice = NoticeNumber.Parse(notice) },
            { Concern: { } concern, Reference: var reference } => new(null, null) { Concern = ConcernOf(concern), Reference = reference },
            { Kind: MessageKind.Digest } => new(null, null) { Digest = true },
            { Kind: MessageKind.BackupLate } => new(null, null) { Backups = true },
            { Kind: MessageKind.CredentialChanged } => new(null, null) { Account = true },
            { Kind: MessageKind.AccountRequested or MessageKind.AccountDecided } => new(null, null) { Account = true, Request = true },
            _ => null,
        };
    }

    /// <summary>Marks everything up to a message as read: what has come since is not.</summary>
    public async Task ReadUpToAsync(Guid user, long newest, CancellationToken cancellation = default)
    {
        await using var context = await contexts.ReadAsync(cancellation);
        await MarkAsync(context.Messages.Known(context).Where(m => m.UserId == user && m.Id <= newest), cancellation);
    }

    private static ConcernKind? ConcernOf(string? code) => Domain.Code.TryParse<ConcernKind>(code, out var kind) ? kind : null;

    private static DateOnly? DayOf(string? day) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;

    private Task<int> MarkAsync(IQueryable<MessageEntity> which, CancellationToken cancellation)
    {
        DateTimeOffset? now = time.GetUtcNow();
        return which.Where(m => m.ReadAt == null).ExecuteUpdateAsync(m => m.SetProperty(x => x.ReadAt, now), cancellation);
    }
}
