using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;
using Xinzhou.Dashboard.Data.Access;

namespace Xinzhou.Dashboard.Web.Account;

/// <summary>The keys of data protection, kept in the database.</summary>
internal sealed class KeyRing(NpgsqlDataSource application) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => [.. KeyStore.ReadAll(application).Select(XElement.Parse)];

    public void StoreElement(XElement element, string friendlyName) =>
        KeyStore.Add(application, friendlyName, element.ToString(SaveOptions.DisableFormatting));
}
