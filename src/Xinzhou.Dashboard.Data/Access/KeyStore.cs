using Npgsql;

namespace Xinzhou.Dashboard.Data.Access;

/// <summary>Keeps the keys that sign cookies and forms, so that every instance accepts what another one signed.</summary>
public static class KeyStore
{
    /// <summary>All keys, as the XML that was kept.</summary>
    public static IReadOnlyList<string> ReadAll(NpgsqlDataSource application)
    {
        ArgumentNullException.ThrowIfNull(application);
        using var command = application.CreateCommand("SELECT xml FROM data_protection_keys ORDER BY id");
        using var reader = command.ExecuteReader();
        var keys = new List<string>();
        while (reader.Read())
        {
            keys.Add(reader.GetString(0));
        }

        return keys;
    }

    /// <summary>Keeps one more.</summary>
    public static void Add(NpgsqlDataSource application, string name, string xml)
    {
        ArgumentNullException.ThrowIfNull(application);
        using var command = application.CreateCommand("INSERT INTO data_protection_keys (friendly_name, xml) VALUES ($1, $2)");
        command.Parameters.AddWithValue(name);
        command.Parameters.AddWithValue(xml);
        command.ExecuteNonQuery();
    }
}
