using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SupervisorBot.Storage.Keys;

/// <summary>Makes the first key where there is none.</summary>
internal sealed class KeyRing(IDataProtectionProvider protection, IOptions<KeyManagementOptions> keys, IHostEnvironment environment, ILogger<KeyRing> logger)
{
    /// <summary>
    /// Reads the keys, and makes one where there is none. The caller keeps other nodes from doing so at the same time: each would make a key of its own, which
    /// the others would learn of much later.
    /// </summary>
    public void Prepare()
    {
        protection.CreateProtector("SupervisorBot.Storage.Start").Protect([1]);
        if (keys.Value.XmlEncryptor is null && environment.IsProduction())
        {
            Log.KeysUnprotected(logger);
        }
    }
}
