using System.Net;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace SupervisorBot.Clustering;

/// <summary>What the ranges of single settings cannot say: above all that several nodes need a database which all of them reach.</summary>
internal sealed class ClusterSettingsCheck(IConfiguration configuration) : IValidateOptions<ClusterSettings>
{
    private const string Provider = $"{ClusterSettings.Section}:{nameof(ClusterSettings.Provider)}";
    private const string Address = $"{ClusterSettings.Section}:{nameof(ClusterSettings.AdvertisedAddress)}";
    private const string Connection = $"ConnectionStrings:{ClusterSettings.ConnectionStringName}";

    public ValidateOptionsResult Validate(string? name, ClusterSettings options)
    {
        var failures = Failures(options).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private IEnumerable<string> Failures(ClusterSettings options)
    {
        if (!options.IsRedis)
        {
            return string.Equals(options.Provider, ClusterSettings.Localhost, StringComparison.OrdinalIgnoreCase)
                ? []
                : [$"{Provider} is '{options.Provider}': it has to be {ClusterSettings.Localhost} or {ClusterSettings.Redis}."];
        }

        return ((string?[])[DatabaseOfOneProcess(), WrongConnection(configuration.GetConnectionString(ClusterSettings.ConnectionStringName)), WrongAddress(options)]).OfType<string>();
    }

    private string? DatabaseOfOneProcess()
    {
        var database = configuration["Database:Provider"] ?? "Sqlite";
        return database.ToUpperInvariant() is "SQLITE" or "MEMORY"
            ? $"{Provider}={ClusterSettings.Redis} needs a database that every node reaches, and Database:Provider is {database}, which belongs to one process. Example: Database:Provider=Postgres"
            : null;
    }

    // What it holds is not repeated: there may be a password in it.
    private static string? WrongConnection(string? connection)
    {
        const string Example = $"Example: {Connection}=redis.example.com:6380,ssl=true,password=…";
        if (string.IsNullOrWhiteSpace(connection))
        {
            return $"{Connection} is missing: {Provider}={ClusterSettings.Redis} needs the Redis server's address. {Example}";
        }

        try
        {
            return ConfigurationOptions.Parse(connection).EndPoints.Count > 0 ? null : $"{Connection} names no server. {Example}";
        }
        catch (ArgumentException)
        {
            return $"{Connection} cannot be read. {Example}";
        }
    }

    private static string? WrongAddress(ClusterSettings options) =>
        string.IsNullOrWhiteSpace(options.AdvertisedAddress)
        || (IPAddress.TryParse(options.AdvertisedAddress, out var address) && !address.Equals(IPAddress.Any) && !address.Equals(IPAddress.IPv6Any))
            ? null
            : $"{Address} is '{options.AdvertisedAddress}': it has to be an IP address that other nodes reach. Example: {Address}=10.0.0.11";
}
