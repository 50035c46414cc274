using Npgsql;
using Xinzhou.Dashboard.Data.Figures;
using Xinzhou.Dashboard.Data.Reference;

namespace Xinzhou.Dashboard.Data.Import;

/// <summary>
/// Enters the plan, the article's facts and the published figures that come with the product into a database that has no
/// plan yet, by the same path that users have. The catalogue must be there.
/// </summary>
public static class ReferenceImport
{
    /// <summary>Enters all three files, or nothing when the database already has a plan or figures.</summary>
    /// <param name="application">A data source that connects as the application.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Cancels; nothing is then entered.</param>
    /// <returns>True when they were entered now.</returns>
    /// <exception cref="InvalidOperationException">A file that comes with the product is faulty; the message says where.</exception>
    public static async Task<bool> EnterAsync(NpgsqlDataSource application, TimeProvider time, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(application);
        await using var connection = await application.OpenConnectionAsync(cancellation);

        // Asked before taking turns: a start does not wait for a long import.
        if (await IsEnteredAsync(connection, cancellation))
        {
            return false;
        }

        await using var transaction = await connection.BeginTransactionAsync(cancellation);

        // Two instances may start at once: the second waits here and then finds everything entered.
        await FigureLock.AcquireLockAsync(connection, cancellation);
        if (await IsEnteredAsync(connection, cancellation))
        {
            return false;
        }

        var importer = new Importer(application, time);
        foreach (var file in new[] { ReferenceFiles.Plan, ReferenceFiles.Facts, ReferenceFiles.PublishedFigures })
        {
            await using var stream = ReferenceFiles.Open(file);
            var (content, _) = await FileContent.ReadAsync(stream, cancellation);
            var report = await importer.ImportAsync(
                connection, DocumentReader.Read(content), new() { File = file, Actor = "setup" }, cancellation);
            if (!report.Accepted)
            {
                throw new InvalidOperationException($"{file}: {report.Faults[0].Sentence()}");
            }
        }

        await transaction.CommitAsync(cancellation);
        return true;
    }

    private static async Task<bool> IsEnteredAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var check = new NpgsqlCommand("SELECT EXISTS (SELECT FROM plan_source) OR EXISTS (SELECT FROM figures)", connection);
        return await check.ExecuteScalarAsync(cancellation) is true;
    }
}
