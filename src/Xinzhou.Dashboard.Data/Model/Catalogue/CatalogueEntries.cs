namespace Xinzhou.Dashboard.Data.Model.Catalogue;

/// <summary>Entries of the catalogue are values: a change puts another in the place of the one that is held.</summary>
internal static class CatalogueEntries
{
    /// <summary>Puts an entry into the catalogue when the context is saved.</summary>
    /// <param name="context">The context; it must not have read the entry for change.</param>
    /// <param name="entry">As it is to be.</param>
    /// <param name="held">The version that it takes the place of; null if it is new.</param>
    public static void Put<T>(this DashboardContext context, T entry, int? held) where T : class
    {
        if (held is null)
        {
            context.Add(entry);
            return;
        }

        context.Update(entry).Property(CatalogueConfiguration.Version).CurrentValue = held + 1;
    }
}
