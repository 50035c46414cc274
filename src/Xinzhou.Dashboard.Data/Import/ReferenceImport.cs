using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Reference;

namespace Xinzhou.Dashboard.Data.Import;

/// <summary>
/// Enters the plan, the article's facts and the published figures that come with the product into a database that has no
/// plan yet, by the same path that users have. The catalogue must be there.
/// </summary>
public static class ReferenceImport
{
    /// <summary>Enters all three files, or nothing when the database already has a plan or figures.</summary>
    /// <param name="contexts">Makes contexts.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Cancels; nothing is then entered.</param>
    /// <returns>True when they were entered now.</returns>
    /// <exception cref="InvalidOperationException">A file that comes with the product is faulty; the message says where.</exception>
    public static async Task<bool> EnterAsync(
        IDbContextFactory<DashboardContext> contexts, TimeProvider time, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(contexts);
        ArgumentNullException.ThrowIfNull(time);

        // Asked before taking turns: a start does not wait for a long import.
        await using (var context = await contexts.ReadAsync(cancellation))
        {
            if (await IsEnteredAsync(context, cancellation)) return false;
        }

        // Two instances may start at once: the second waits here and then finds everything entered.
        await using var change = await Change.BeginAsync(contexts, "setup", time, ChangeLock.Figures, cancellation);
        if (await IsEnteredAsync(change.Context, cancellation)) return false;

        var importer = new Importer(contexts, time);
        foreach (var file in new[] { ReferenceFiles.Plan, ReferenceFiles.Facts, ReferenceFiles.PublishedFigures })
        {
            await using var stream = ReferenceFiles.Open(file);
            var (content, _) = await FileContent.ReadAsync(stream, cancellation);
            var report = await importer.ImportAsync(
                change, DocumentReader.Read(content), new() { File = file, Actor = "setup" }, cancellation);
            if (!report.Accepted)
            {
                throw new InvalidOperationException($"{file}: {report.Faults[0].Sentence()}");
            }
        }

        await change.CommitAsync(cancellation);
        return true;
    }

    private static async Task<bool> IsEnteredAsync(DashboardContext context, CancellationToken cancellation) =>
        await context.PlanSource.AnyAsync(cancellation) || await context.Figures.AnyAsync(cancellation);
}
