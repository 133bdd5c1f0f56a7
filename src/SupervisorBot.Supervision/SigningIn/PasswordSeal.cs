using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace SupervisorBot.Supervision.SigningIn;

/// <summary>Encrypts passwords for as long as they have to be held, each for one inspector. Every node of the bot can open what another one sealed.</summary>
internal sealed class PasswordSeal(IDataProtectionProvider protection)
{
    public SealedPassword Seal(int agentId, string password)
    {
        var clear = Encoding.UTF8.GetBytes(password);
        try
        {
            return new SealedPassword(For(agentId).Protect(clear));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(clear);
        }
    }

    /// <summary>The password; null where its key is gone, which is as good as forgotten.</summary>
    public string? Open(int agentId, SealedPassword password)
    {
        try
        {
            var clear = For(agentId).Unprotect(password.Cipher);
            try
            {
                return Encoding.UTF8.GetString(clear);
            }
            finally
            {
                CryptographicOperations.ZeroMemory(clear);
            }
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector For(int agentId) =>
        protection.CreateProtector("SupervisorBot.SignIn.Password", agentId.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
