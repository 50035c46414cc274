namespace Xinzhou.Dashboard.Data.Tests.Backup;

/// <summary>A fact about pgBackRest; skipped where it is not installed.</summary>
internal sealed class PgBackRestFactAttribute : FactAttribute
{
    public PgBackRestFactAttribute()
    {
        if (!File.Exists(ArchivedServer.PgBackRest)) Skip = "pgBackRest is not installed: apt-get install pgbackrest.";
    }
}
