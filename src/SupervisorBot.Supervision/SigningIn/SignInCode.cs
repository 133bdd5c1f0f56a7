using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SupervisorBot.Supervision.SigningIn;

/// <summary>
/// The code that the page shows and that is typed in the personal chat. Its letters and digits cannot be taken for one another, and there is no vowel among
/// them, so that no command and hardly a word is a code.
/// </summary>
public static class SignInCode
{
    /// <summary>How many letters and digits a code has.</summary>
    public const int Length = 6;

    private const string Symbols = "23456789BCDFGHJKMNPQRSTVWXYZ";
    private const int SaltBytes = 16;
    private const int HashBytes = 32;

    /// <summary>Makes each try of who has the stored hash and goes through all codes cost more than the code's lifetime allows.</summary>
    private const int Iterations = 20_000;

    /// <summary>Reads what was typed as a code: its case, and spaces and hyphens in it, do not matter.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="code">The code's letters and digits.</param>
    /// <returns>False where it cannot be a code.</returns>
    public static bool TryRead(string? text, [NotNullWhen(true)] out string? code)
    {
        code = null;
        if (text is null || text.Length > Length * 4)
        {
            return false;
        }

        var letters = text.Where(letter => !char.IsWhiteSpace(letter) && letter != '-').Select(char.ToUpperInvariant).ToArray();
        if (letters.Length != Length || !letters.All(letter => Symbols.Contains(letter, StringComparison.Ordinal)))
        {
            return false;
        }

        code = new string(letters);
        return true;
    }

    /// <summary>A code as people read it: in two groups.</summary>
    /// <param name="code">The code's letters and digits.</param>
    public static string Show(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return code.Length == Length ? $"{code[..(Length / 2)]} {code[(Length / 2)..]}" : code;
    }

    /// <summary>Makes a code; each is as likely as any other.</summary>
    internal static string Make(RandomNumberGenerator randomness)
    {
        var code = new char[Length];
        var one = new byte[1];
        for (var i = 0; i < code.Length;)
        {
            randomness.GetBytes(one);
            // The last, incomplete round of the bytes' range is left out, or the first symbols would come more often.
            if (one[0] < 256 / Symbols.Length * Symbols.Length)
            {
                code[i++] = Symbols[one[0] % Symbols.Length];
            }
        }

        return new string(code);
    }

    /// <summary>What is kept of a code.</summary>
    internal static string Hash(string code, RandomNumberGenerator randomness, int iterations = Iterations)
    {
        var salt = new byte[SaltBytes];
        randomness.GetBytes(salt);
        return string.Create(CultureInfo.InvariantCulture, $"{iterations}.{Convert.ToHexString([.. salt, .. Derive(code, salt, iterations)])}");
    }

    /// <summary>Whether it is the code that a hash was made of; how long it takes tells nothing of how much of it is right.</summary>
    internal static bool IsCode(string code, string hash)
    {
        var parts = hash.Split('.', 2);
        var iterations = int.Parse(parts[0], CultureInfo.InvariantCulture);
        var kept = Convert.FromHexString(parts[^1]);
        return CryptographicOperations.FixedTimeEquals(Derive(code, kept.AsSpan(0, SaltBytes), iterations), kept.AsSpan(SaltBytes));
    }

    private static byte[] Derive(string code, ReadOnlySpan<byte> salt, int iterations) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.ASCII.GetBytes(code), salt, iterations, HashAlgorithmName.SHA256, HashBytes);
}
