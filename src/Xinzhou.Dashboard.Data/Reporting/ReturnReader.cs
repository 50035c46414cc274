using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Forms;
using Xinzhou.Dashboard.Data.Model.Returns;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Reporting;

namespace Xinzhou.Dashboard.Data.Reporting;

/// <summary>
/// Reads one return with its cells, comments and last submission. Its form has the rows that the return was opened with,
/// and no departments: a return is asked of one. Queries are compiled, since every saved cell reads its return; they say
/// themselves that they follow nothing, for a compiled query keeps to what the first context that ran it did.
/// </summary>
internal static class ReturnReader
{
    private static readonly Func<DashboardContext, string, int, IAsyncEnumerable<FormRowEntity>> RowsOf = EF.CompileAsyncQuery(
        (DashboardContext context, string form, int version) => context.FormRows
            .Where(r => r.FormCode == form && r.Version == version).OrderBy(r => r.Number).AsNoTracking());

    private static readonly Func<DashboardContext, int, IAsyncEnumerable<ReturnCell>> CellsOf = EF.CompileAsyncQuery(
        (DashboardContext context, int id) => context.ReturnCells.AsNoTracking().Where(c => c.ReturnId == id).Select(c => new ReturnCell(
            new CellAddress(c.RowNumber, c.Field), c.Entry, c.Version, new Person(c.ChangedBy, c.Author.DisplayName), c.ChangedAt, c.SentBack)));

    private static readonly Func<DashboardContext, int, IAsyncEnumerable<ReturnComment>> CommentsOf = EF.CompileAsyncQuery(
        (DashboardContext context, int id) => context.ReturnComments.AsNoTracking().Where(c => c.ReturnId == id).OrderBy(c => c.Id).Select(c => new ReturnComment(
            c.RowNumber == null ? null : new CellAddress(c.RowNumber.Value, c.Field!.Value),
            c.SendsBack, c.Text, new Person(c.By, c.Author.DisplayName), c.At)));

    private static readonly Func<DashboardContext, int, int, IAsyncEnumerable<ReturnSubmission>> SubmissionOf = EF.CompileAsyncQuery(
        (DashboardContext context, int id, int upTo) => context.ReturnSubmissions.AsNoTracking().Where(s => s.ReturnId == id && s.Number <= upTo)
            .OrderByDescending(s => s.Number).Take(1)
            .Select(s => new ReturnSubmission(s.Number, new Person(s.By, s.Author.DisplayName), s.At, SubmittedCells.Read(s.Cells))));

    private static readonly Expression<Func<ReturnEntity, Head>> WithForm = r => new()
    {
        Entity = r,
        FormName = r.Form.Name,
        FormNameEn = r.Form.NameEn,
        Stage = r.Form.Stage,
        IsActive = r.Form.Form.Active,
        DepartmentName = r.ReportedBy.Department.Name,
        DepartmentOrder = r.ReportedBy.Department.Order,
        Dates = r.Calendar.Dates,
    };

    /// <summary>A return; null if there is none of the number.</summary>
    public static async Task<Return?> FindAsync(DashboardContext context, int id, Catalogue catalogue, CancellationToken cancellation) =>
        await context.Returns.AsNoTracking().Where(r => r.Id == id).Select(WithForm).SingleOrDefaultAsync(cancellation) is { } head
            ? await ReadAsync(context, head, catalogue, cancellation)
            : null;

    /// <summary>A return, locked until the end of the transaction, and its row, followed for changes; null if there is none of the number.</summary>
    public static async Task<(ReturnEntity Entity, Return Return)?> LockAsync(
        DashboardContext context, int id, Catalogue catalogue, CancellationToken cancellation) =>
        await context.Returns.FromSql($"SELECT * FROM returns WHERE id = {id} FOR UPDATE").Select(WithForm).SingleOrDefaultAsync(cancellation) is { } head
            ? (head.Entity, await ReadAsync(context, head, catalogue, cancellation))
            : null;

    /// <summary>The submission of a number, or the last before it; null if there is none.</summary>
    public static async Task<ReturnSubmission?> SubmissionAsync(DashboardContext context, int id, int number, CancellationToken cancellation) =>
        (await ListAsync(SubmissionOf(context, id, number), cancellation)).SingleOrDefault();

    private static async Task<Return> ReadAsync(DashboardContext context, Head head, Catalogue catalogue, CancellationToken cancellation)
    {
        var entity = head.Entity;
        return new()
        {
            Id = entity.Id,
            Form = new()
            {
                Code = entity.FormCode,
                Name = head.FormName,
                NameEn = head.FormNameEn,
                Stage = head.Stage,
                Active = head.IsActive,
                Version = entity.FormVersion,
                Rows = [.. (await ListAsync(RowsOf(context, entity.FormCode, entity.FormVersion), cancellation)).Select(r => FormReader.Row(r, catalogue))],
            },
            Quarter = entity.Quarter,
            Department = new(entity.DepartmentCode, head.DepartmentName, head.DepartmentOrder),
            State = entity.State,
            Version = entity.Version,
            Dates = head.Dates,
            SubmittedAt = entity.SubmittedAt,
            ReleasedAt = entity.ReleasedAt,
            Correction = entity.Correction,
            Cells = (await ListAsync(CellsOf(context, entity.Id), cancellation)).ToDictionary(c => c.Address),
            Comments = await ListAsync(CommentsOf(context, entity.Id), cancellation),
            LastSubmission = await SubmissionAsync(context, entity.Id, int.MaxValue, cancellation),
        };
    }

    private static async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> rows, CancellationToken cancellation)
    {
        var list = new List<T>();
        await foreach (var row in rows.WithCancellation(cancellation)) list.Add(row);
        return list;
    }

    private sealed record Head
    {
        public required ReturnEntity Entity { get; init; }

        public required string FormName { get; init; }

        public required string? FormNameEn { get; init; }

        public required Stage Stage { get; init; }

        public required bool IsActive { get; init; }

        public required string DepartmentName { get; init; }

        public required int DepartmentOrder { get; init; }

        public required ReturnDates Dates { get; init; }
    }
}
